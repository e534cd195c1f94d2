package dev.opsdk.core.tiny;

import com.fasterxml.jackson.databind.JsonNode;
import dev.opsdk.core.BaseUrl;
import dev.opsdk.core.ClientBuilder;
import dev.opsdk.core.OpsClient;
import dev.opsdk.core.Secret;
import dev.opsdk.core.call.Effect;
import dev.opsdk.core.internal.Json;
import dev.opsdk.core.internal.Operation;
import dev.opsdk.core.internal.Reply;
import dev.opsdk.core.internal.Settings;
import dev.opsdk.core.internal.Transport;
import java.util.List;
import java.util.Map;
import okhttp3.Request;
import retrofit2.Call;
import retrofit2.Retrofit;
import retrofit2.converter.jackson.JacksonConverterFactory;
import retrofit2.http.Body;
import retrofit2.http.GET;
import retrofit2.http.POST;
import retrofit2.http.Query;

/** The smallest client that can be made of the core: a read, a slow read, and two mutations, one of which is a GET. */
public final class TinyClient extends OpsClient<TinyClient> {
    private final Wire wire;

    interface Wire {
        @Operation(value = "state", effect = Effect.READ)
        @GET("state")
        Call<JsonNode> state(@Query("key") String key);

        @Operation(value = "survey", effect = Effect.READ, slow = true)
        @GET("survey")
        Call<JsonNode> survey();

        @Operation(value = "change", effect = Effect.MUTATION, look = "look at state")
        @POST("change")
        Call<JsonNode> change(@Query("key") String key, @Body Map<String, Object> body);

        @Operation(value = "migrate", effect = Effect.MUTATION)
        @GET("migrate")
        Call<JsonNode> migrate(@Query("key") String key);

        @GET("nothing")
        Call<JsonNode> undeclared();
    }

    private TinyClient(Settings settings, BaseUrl url) {
        super(settings);
        wire = new Retrofit.Builder()
                .baseUrl(url.toString())
                .addConverterFactory(JacksonConverterFactory.create(Json.wire()))
                .build()
                .create(Wire.class);
    }

    public static Builder at(BaseUrl url) {
        return new Builder(url);
    }

    @Override
    protected TinyClient self() {
        return this;
    }

    public Transport sender() {
        return transport();
    }

    public Settings told() {
        return settings();
    }

    public JsonNode state() {
        return state("query-value-1");
    }

    public JsonNode state(String key) {
        return transport().call(stateRequest(key), "s1", List.of(), TinyClient::readObject);
    }

    public Request stateRequest(String key) {
        return wire.state(key).request();
    }

    public Request undeclared() {
        return wire.undeclared().request();
    }

    public JsonNode survey() {
        return transport().call(wire.survey().request(), "", List.of(), TinyClient::readObject);
    }

    public JsonNode change() {
        return change(Secret.of("body-value-1"));
    }

    public JsonNode change(Secret password) {
        return transport().call(changeRequest(password), "s1", List.of(password), TinyClient::readObject);
    }

    public Request changeRequest(Secret password) {
        return wire.change("query-value-2", Map.of("password", password)).request();
    }

    public JsonNode migrate() {
        return transport().call(wire.migrate("query-value-3").request(), "m1", List.of(), TinyClient::readObject);
    }

    public static JsonNode readObject(Reply reply) throws Json.Undecodable {
        JsonNode node = Json.tree(reply.body());
        if (!node.isObject() || reply.status() != 200) {
            throw new Json.Undecodable("not an object");
        }
        return node;
    }

    public static final class Builder extends ClientBuilder<Builder> {
        private final BaseUrl url;

        private Builder(BaseUrl url) {
            this.url = url;
        }

        @Override
        protected Builder self() {
            return this;
        }

        public TinyClient build() {
            return new TinyClient(settings("tiny"), url);
        }
    }
}
