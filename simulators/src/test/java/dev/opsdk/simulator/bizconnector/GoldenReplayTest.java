package dev.opsdk.simulator.bizconnector;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What real connectors were asked, asked here in the same order: status, error codes and fields are the same. */
class GoldenReplayTest extends BizTest {

    private final Map<Integer, Runnable> before = new TreeMap<>();

    @Test
    void theProductionSessionsGoTheSameWay() {
        BizConnectorSimulator sim = start(BizConnectorSimulator.builder().corsOrigin("https://ops.example"));
        sim.backbone().announce("Low", "Maintenance", "Stub backbone announcement");
        Replayer replayer = new Replayer(Map.of("p", BizWire.of(sim.connector(0)), "q", BizWire.of(sim.connector(1))));
        before.put(
                212,
                () -> replayer.learn(
                        "ATTqli4Wel3C0mJZQUCV",
                        replayer.fill(
                                        "p",
                                        "POST",
                                        "/Attributes",
                                        "{'content':{'value':{'@type':'GivenName','value':'Ada'},'tags':['x:hello']}}")
                                .at("/result/id")
                                .asText()));
        before.put(
                216,
                () -> replayer.learn(
                        "ATT2f5FJiEmDQD6pQ1FK",
                        replayer.fill(
                                        "p",
                                        "POST",
                                        "/Attributes",
                                        "{'content':{'value':{'@type':'DisplayName','value':'ACME'}}}")
                                .at("/result/id")
                                .asText()));
        before.put(
                219,
                () -> replayer.learn(
                        "ATTDRVvciMTgRr0HNlNf",
                        replayer.fill(
                                        "p",
                                        "POST",
                                        "/Attributes/ATTqli4Wel3C0mJZQUCV/Succeed",
                                        "{'successorContent':{'value':{'@type':'GivenName','value':'Ada Maria'}}}")
                                .at("/result/successor/id")
                                .asText()));
        before.put(
                245,
                () -> replayer.learn(
                        "ATToSbqRvpwXKXT3tSre",
                        replayer.fill(
                                        "p",
                                        "POST",
                                        "/Attributes",
                                        "{'content':{'value':{'@type':'Surname','value':'L'}}}")
                                .at("/result/id")
                                .asText()));
        before.put(
                293,
                () -> replayer.fill(
                        "p",
                        "DELETE",
                        "/IdentityMetadata?reference=did:e:localhost:dids:a2182a1f36106b420a88f8&key=crm",
                        ""));
        before.put(295, () -> replayer.fill("p", "POST", "/Tokens/Own", "{'content':{'hello':'world'}," + END + "}"));
        before.put(
                316,
                () -> replayer.fill(
                        "p",
                        "POST",
                        "/RelationshipTemplates/Own",
                        "{" + END
                                + ",'maxNumberOfAllocations':1,'content':{'@type':'ArbitraryRelationshipTemplateContent','value':{'a':1}}}"));
        before.put(340, () -> {
            replayer.fill(
                    "q",
                    "PUT",
                    "/Requests/Incoming/REQr3gyqfEJXwITfyFYr/Accept",
                    "{'items':[{'accept':true,'existingAttributeId':'ATTc99EFCGWl7K9w0nIO'},{'items':[{'accept':true},"
                            + "{'accept':false,'code':'no','message':'nope'},{'accept':true,'response':'Hi'}]}]}");
            sim.advance(Duration.ofSeconds(1));
        });
        before.put(375, () -> replayer.fill("p", "POST", "/Account/Sync", ""));
        before.put(383, () -> sim.advance(Duration.ofSeconds(1)));
        before.put(
                395,
                () -> replayer.fill(
                        "q",
                        "POST",
                        "/Attributes/ATTWUxGX8m8Q8TIWQGbe/Succeed",
                        "{'successorContent':{'value':{'@type':'ProprietaryString','title':'Customer ID','value':'C-2'}}}"));
        before.put(
                399,
                () -> replayer.learn(
                        "REQgOvatWN6PMR9PRH64",
                        replayer.fill(
                                        "p",
                                        "POST",
                                        "/Requests/Outgoing",
                                        "{'content':{'items':[{'@type':'ConsentRequestItem','consent':'ok?','mustBeAccepted':false}]},"
                                                + "'peer':'did:e:localhost:dids:cf4857bdf1a5a6d5715252'}")
                                .at("/result/id")
                                .asText()));
        before.put(410, () -> replayer.fill("q", "POST", "/Account/Sync", ""));
        before.put(417, () -> replayer.fill("p", "PUT", "/Relationships/RELA6N0Cxi4EsVZ4JKcw/Terminate", ""));
        assertSame("replay", replayer);
    }

    @Test
    void theDebugSessionsGoTheSameWay() {
        BizConnectorSimulator sim = start(BizConnectorSimulator.builder()
                .debug(true)
                .apiKeys(
                        SimApiKey.of(BizConnectorSimulatorBuilder.DEFAULT_KEY), SimApiKey.of("weak", "monitoring:**")));
        Replayer replayer = new Replayer(Map.of("a", BizWire.of(sim.connector(0)), "b", BizWire.of(sim.connector(1))));
        before.put(458, () -> replayer.fill("a", "POST", "/IdentityDeletionProcess", ""));
        before.put(469, () -> replayer.fill("a", "POST", "/Account/Sync", ""));
        before.put(474, () -> {
            replayer.fill("a", "POST", "/Account/Sync", "");
            String id = replayer.fill("a", "GET", "/Relationships?status=Pending", "")
                    .at("/result/0/id")
                    .asText();
            replayer.fill("a", "PUT", "/Relationships/" + id + "/Reject", "");
        });
        before.put(480, () -> replayer.fill("a", "DELETE", "/RelationshipTemplates/RLTuVdfBJbjEsEN2r9E5", ""));
        before.put(533, () -> sim.connector(0).data().uploadFile("a.txt", "text/plain", new byte[] {1}));
        assertSame("debug", replayer);
    }

    private void assertSame(String folder, Replayer replayer) {
        List<String> differences = new ArrayList<>();
        int compared = 0;
        for (Recorded recorded : Recorded.folder(folder)) {
            before.entrySet().removeIf(step -> {
                if (step.getKey() <= recorded.number()) {
                    step.getValue().run();
                    return true;
                }
                return false;
            });
            compare(recorded, replayer.send(recorded), differences);
            compared++;
        }
        assertThat(differences).as("of " + compared).isEmpty();
    }

    private static void compare(Recorded recorded, HttpResponse<byte[]> answer, List<String> differences) {
        // sent with a key that may not do this, which is tested elsewhere
        if (recorded.number() == 454) {
            return;
        }
        if (recorded.status() != answer.statusCode()) {
            differences.add(recorded + ": " + answer.statusCode() + " " + text(answer));
            return;
        }
        String type = recorded.answerHeader("Content-Type");
        if (!header(answer, "Content-Type").equals(type)) {
            differences.add(recorded + ": " + header(answer, "Content-Type") + " for " + type);
        }
        if (recorded.answer().isMissingNode() || recorded.answer().isNull()) {
            return;
        }
        JsonNode here = BizWire.read(answer);
        String code = recorded.answer().at("/error/code").asText();
        if (!here.at("/error/code").asText().equals(code)) {
            differences.add(recorded + ": " + text(answer) + " for " + code);
        }
        Set<String> missing = Shapes.of(recorded.answer());
        Set<String> more = Shapes.of(here);
        Set<String> all = Set.copyOf(more);
        more.removeAll(missing);
        missing.removeAll(all);
        if (!missing.isEmpty() || !more.isEmpty()) {
            differences.add(recorded + ": missing " + missing + ", more " + more);
        }
    }
}
