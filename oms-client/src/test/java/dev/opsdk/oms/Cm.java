package dev.opsdk.oms;

import dev.opsdk.core.testkit.FaultServer;
import dev.opsdk.oms.model.Generation;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** What tests of the client share: names, replies, clients. */
public final class Cm {
    public static final String STORE = "10.10.10.1-7100:p_4223_source-000-0:0000000007";
    public static final String WRITER = "10.10.10.1-9000:p_3b7i_source-000-0:0000000069";
    public static final String CONNECTOR = "10.10.10.1-9000:p_48wf_light-1-0:0000000001";
    public static final String CONNECTOR_V2 = "10.10.10.1-9000:connector_v2:np_56el-incr_trans-1-0:0000000001";
    public static final String OK = "{\"isSuccess\":true}";

    private Cm() {}

    public static OmsClient client(FaultServer server, Generation generation) {
        return OmsClient.builder()
                .url(server.url().toString())
                .generation(generation)
                .experimental(true)
                .build();
    }

    /** A sample of the documentation. */
    public static String seed(String name) {
        try (InputStream in = Cm.class.getResourceAsStream("/seeds/" + name + ".json")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
