package dev.opsdk.ccr.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.opsdk.core.BaseUrl;
import dev.opsdk.core.call.CallSite;
import dev.opsdk.core.call.Effect;
import dev.opsdk.core.error.Outcome;
import dev.opsdk.core.error.PreconditionException;
import dev.opsdk.core.error.Refusal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which address a syncer's word leads to; only what needs no loopback is possible here without a network. */
class AddressBookTest {
    private static final BaseUrl REMOTE = BaseUrl.parse("http://10.0.0.7:9190");
    private static final BaseUrl OTHER = BaseUrl.parse("http://10.0.0.8:9190");
    private static final Refusal REFUSAL = new Refusal(
            new CallSite("ccr", "pause", "orders", Effect.MUTATION, "POST", REMOTE + "/pause"),
            303,
            "not the owner of the job",
            "");

    @Test
    void anAddressThatNobodyToldAboutIsCalledAsItIs() {
        assertThat(book(false).resolve(REMOTE, OTHER, REFUSAL)).isEqualTo(OTHER);
        assertThat(book(false).trusted(OTHER)).isFalse();
        assertThat(book(false).trusted(REMOTE)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1:9190",
                "http://localhost:9190",
                "http://LOCALHOST:9190",
                "http://127.0.1.1:9190",
                "http://127.8.9.10:9190",
                "http://0.0.0.0:9190",
                "http://[::1]:9190",
                "http://[0:0:0:0:0:0:0:1]:9190",
                "http://[::]:9190"
            })
    void theLoopbackOfARemoteSyncerIsRefusedWithTheWayOut(String url) {
        BaseUrl itself = BaseUrl.parse(url);
        assertThatExceptionOfType(PreconditionException.class)
                .isThrownBy(() -> book(false).resolve(REMOTE, itself, REFUSAL))
                .withMessageContaining("advertised(\"" + itself.authority() + "\"")
                .withMessageContaining("-host")
                .satisfies(e -> assertThat(e.outcome()).isEqualTo(Outcome.NOT_DONE));
    }

    @Test
    void theLoopbackOfASyncerOnThisMachineIsMeant() {
        BaseUrl here = BaseUrl.parse("http://localhost:9190");
        BaseUrl there = BaseUrl.parse("http://127.0.0.1:9191");
        AddressBook book = new AddressBook(List.of(here), Map.of(), false);
        assertThat(book.resolve(here, there, REFUSAL)).isEqualTo(there);
    }

    @Test
    void whatSyncersCallThemselvesIsTranslated() {
        AddressBook book = new AddressBook(List.of(REMOTE), Map.of("127.0.0.1:9190", OTHER), true);
        assertThat(book.resolve(REMOTE, BaseUrl.parse("http://127.0.0.1:9190"), REFUSAL))
                .isEqualTo(OTHER);
        assertThat(book.trusted(OTHER)).isTrue();
    }

    @Test
    void theTranslationComesBeforeTheConfiguredAddress() {
        AddressBook book = new AddressBook(List.of(REMOTE, OTHER), Map.of(OTHER.authority(), REMOTE), false);
        assertThat(book.resolve(REMOTE, OTHER, REFUSAL)).isEqualTo(REMOTE);
    }

    @Test
    void aPinnedClientCallsNobodyElse() {
        assertThatExceptionOfType(PreconditionException.class)
                .isThrownBy(() -> book(true).resolve(REMOTE, OTHER, REFUSAL))
                .withMessageContaining("advertised(\"10.0.0.8:9190\"");
        assertThat(book(true).resolve(REMOTE, REMOTE, REFUSAL)).isEqualTo(REMOTE);
    }

    @Test
    void whoWasReachedByTlsIsNotLeftForPlainHttp() {
        BaseUrl secure = BaseUrl.parse("https://10.0.0.7:9190");
        AddressBook book = new AddressBook(List.of(secure), Map.of(), false);
        assertThatExceptionOfType(PreconditionException.class)
                .isThrownBy(() -> book.resolve(secure, OTHER, REFUSAL))
                .withMessageContaining("TLS");
    }

    /** A syncer always says http, whatever the proxy in front of it speaks. */
    @Test
    void aConfiguredAddressIsCalledAsConfiguredWhateverSchemeASyncerSays() {
        BaseUrl secure = BaseUrl.parse("https://10.0.0.8:9190");
        AddressBook book = new AddressBook(List.of(REMOTE, secure), Map.of(), true);
        assertThat(book.resolve(REMOTE, OTHER, REFUSAL)).isEqualTo(secure);
    }

    @Test
    void anOwnerIsNamedByTheRequestedPathOrByThatOfTheFirstGeneration() {
        assertThat(AddressBook.owner("http://10.0.0.8:9190/pause", "/pause")).contains(OTHER);
        assertThat(AddressBook.owner("http://10.0.0.8:9190/pause?x=1", "/pause"))
                .contains(OTHER);
        assertThat(AddressBook.owner("http://10.0.0.8:9190/job_status", "/pause"))
                .contains(OTHER);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/pause",
                "//10.0.0.8:9190/pause",
                "http://10.0.0.8:9190/login",
                "http://10.0.0.8:9190/resume",
                "http://10.0.0.8:9190/pause/",
                "http://10.0.0.8:9190",
                "http://user:secret@10.0.0.8:9190/pause",
                "ftp://10.0.0.8:9190/pause",
                "file:///pause",
                "http://10.0.0.8:99999/pause",
                "http:///pause",
                "http://10.0.0.8:9190/pa use",
                "mailto:someone@example.com",
                "\u0000"
            })
    void anythingElseIsNoRedirectOfASyncer(String location) {
        assertThat(AddressBook.owner(location, "/pause")).isEmpty();
    }

    private static AddressBook book(boolean pinned) {
        return new AddressBook(List.of(REMOTE), Map.of(), pinned);
    }
}
