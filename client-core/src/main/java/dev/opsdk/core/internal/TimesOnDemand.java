package dev.opsdk.core.internal;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationConfig;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.jsontype.TypeSerializer;
import com.fasterxml.jackson.databind.module.SimpleDeserializers;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.module.SimpleSerializers;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * {@link JavaTimeModule}, but only when a time is met: it loads some hundred classes, which is a fifth of a script's first call, and
 * most replies have no times of their own.
 */
final class TimesOnDemand extends SimpleModule {
    private static final long serialVersionUID = 1L;

    TimesOnDemand() {
        super("opsdk-times-on-demand");
        setDeserializers(new Reading());
        setSerializers(new Writing());
    }

    private static boolean isTime(JavaType type) {
        return type.getRawClass().getName().startsWith("java.time.");
    }

    /** Made when first asked for. */
    private static final class Times {
        private static final ObjectMapper MAPPER =
                JsonMapper.builder().addModule(new JavaTimeModule()).build();
    }

    private static final class Reading extends SimpleDeserializers {
        private static final long serialVersionUID = 1L;

        @Override
        public @Nullable JsonDeserializer<?> findBeanDeserializer(
                JavaType type, DeserializationConfig config, BeanDescription description) {
            return isTime(type) ? new TimeReader(type) : null;
        }

        @Override
        public boolean hasDeserializerFor(DeserializationConfig config, Class<?> type) {
            return type.getName().startsWith("java.time.");
        }
    }

    private static final class Writing extends SimpleSerializers {
        private static final long serialVersionUID = 1L;

        @Override
        public @Nullable JsonSerializer<?> findSerializer(
                SerializationConfig config, JavaType type, BeanDescription description) {
            return isTime(type) ? new TimeWriter() : null;
        }
    }

    private static final class TimeReader extends JsonDeserializer<Object> {
        private final JavaType type;

        private TimeReader(JavaType type) {
            this.type = type;
        }

        @Override
        public Object deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            return Times.MAPPER.readValue(parser, type);
        }
    }

    private static final class TimeWriter extends JsonSerializer<Object> {
        @Override
        public void serialize(Object value, JsonGenerator out, SerializerProvider provider) throws IOException {
            Times.MAPPER.writeValue(out, value);
        }

        @Override
        public void serializeWithType(Object value, JsonGenerator out, SerializerProvider provider, TypeSerializer type)
                throws IOException {
            serialize(value, out, provider);
        }
    }
}
