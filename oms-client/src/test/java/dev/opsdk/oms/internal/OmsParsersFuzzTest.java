package dev.opsdk.oms.internal;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.opsdk.core.internal.Json;
import dev.opsdk.core.testkit.Parsing;
import dev.opsdk.oms.Cm;
import dev.opsdk.oms.model.WriterName;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OmsParsersFuzzTest {
    @Test
    void envelopes() {
        Parsing.ofServersJson(
                "envelope",
                1_000,
                List.of(
                        Cm.OK,
                        "{\"isSuccess\":false,\"errCode\":\"CM-1\",\"errMsg\":\"m\",\"errorDetail\":{\"reason\":\"r\"}}"),
                text -> {
                    CmEnvelope envelope = CmEnvelope.open(Json.tree(text.getBytes(StandardCharsets.UTF_8)));
                    return List.of(
                            envelope, envelope.message(), envelope.code(), envelope.detail(), envelope.retryable());
                });
    }

    @Test
    void newNamesInAReply() {
        Parsing.ofServersJson(
                "new name",
                1_000,
                List.of("{\"applier\":\"" + Cm.WRITER + "\",\"result\":{\"name\":\"" + Cm.WRITER + "\"}}"),
                text -> Json.tree(text.getBytes(StandardCharsets.UTF_8)) instanceof ObjectNode fields
                        ? NewNames.in(fields, WriterName.of("a:b:1"), WriterName::of, List.of("applier", "result"))
                        : "");
    }

    @Test
    void datesOfHeaders() {
        Parsing.lenient("Date", 1_000, List.of("Sun, 06 Nov 1994 08:49:37 GMT"), Readers::date);
    }

    @Test
    void addresses() {
        Parsing.ofUser(
                "cm url",
                1_000,
                List.of("10.0.0.1:8088", "http://cm", "https://cm:1/", "cm"),
                "base URL",
                CmUrl::parse);
    }

    @Test
    void drcProperties(@TempDir Path directory) {
        Path file = directory.resolve("drc.properties");
        Parsing.ofUser(
                "drc.properties",
                300,
                List.of("a=b\ncm.url=http://10.0.0.1:8088\nx=\\u0041"),
                "drc.properties",
                text -> {
                    Files.writeString(file, text.replace("\ud800", "").replace("\udc00", ""));
                    return DrcProperties.cmUrl(file);
                });
    }
}
