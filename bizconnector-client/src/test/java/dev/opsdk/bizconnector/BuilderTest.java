package dev.opsdk.bizconnector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.TextNode;
import dev.opsdk.bizconnector.model.FreeJson;
import dev.opsdk.bizconnector.model.message.ArbitraryMessageContent;
import dev.opsdk.bizconnector.model.message.Mail;
import dev.opsdk.bizconnector.model.template.ArbitraryRelationshipCreationContent;
import dev.opsdk.bizconnector.model.template.ArbitraryRelationshipTemplateContent;
import dev.opsdk.core.Secret;
import dev.opsdk.core.error.UnreachableException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** What is wrong is refused where it is told, by the parameter's name. */
class BuilderTest {
    private static final String URL = "http://127.0.0.1:1";

    @Test
    void whatIsMissingIsNamed() {
        Map<String, ThrowingCallable> missing = new LinkedHashMap<>();
        missing.put("url is null", () -> BizConnectorClient.connect(null, "key"));
        missing.put("the base URL is blank", () -> BizConnectorClient.connect(" ", "key"));
        missing.put("apiKey is null", () -> BizConnectorClient.connect(URL, (String) null));
        missing.put("apiKey is blank", () -> BizConnectorClient.connect(URL, " "));
        missing.put("X-API-KEY has a line break", () -> BizConnectorClient.connect(URL, "a-key\n"));
        missing.put("apiKeyHeader is null", () -> BizConnectorClient.builder().apiKeyHeader(null));
        missing.put("bearer is null", () -> BizConnectorClient.builder().bearer(null));
        missing.forEach((words, call) -> assertThatThrownBy(call)
                .as(words)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(words)
                .hasMessageNotContaining("a-key"));
        assertThatThrownBy(() -> BizConnectorClient.builder().apiKey((Secret) null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("apiKey is null");
        assertThatThrownBy(() -> BizConnectorClient.builder().apiKey((Supplier<Secret>) null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("apiKey is null");
    }

    @Test
    void aKeyThatIsChangedToNothingIsRefused() {
        try (BizConnectorClient connector = BizConnectorClient.connect(URL, "key")) {
            assertThatThrownBy(() -> connector.changeApiKey(Secret.of("")))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("apiKey is blank");
        }
    }

    @Test
    void aSupplierThatFailsSentNothing() {
        try (BizConnectorClient connector = BizConnectorClient.builder()
                .url(URL)
                .apiKey(() -> {
                    throw new IllegalStateException("planted words of the caller");
                })
                .build()) {
            assertThatThrownBy(() -> connector.account().sync())
                    .isInstanceOf(UnreachableException.class)
                    .hasMessageContaining("not sent: the supplier of the credentials failed (IllegalStateException)")
                    .hasMessageNotContaining("planted")
                    .hasCauseInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void whatHasOneValueIsMadeOfIt() {
        assertThat(Mail.of("did:e:example:dids:1", "Hello", "Are you there?"))
                .isEqualTo(Mail.builder()
                        .addTo("did:e:example:dids:1")
                        .subject("Hello")
                        .body("Are you there?")
                        .build());
        FreeJson any = FreeJson.of(Map.of("a", TextNode.valueOf("b")));
        assertThat(ArbitraryMessageContent.of(any).value()).isEqualTo(any);
        assertThat(ArbitraryRelationshipTemplateContent.of(any).value()).isEqualTo(any);
        assertThat(ArbitraryRelationshipCreationContent.of(any).value()).isEqualTo(any);
    }
}
