package dev.opsdk.openmldb.internal;

import dev.opsdk.core.BaseUrl;
import dev.opsdk.core.TimeSource;
import dev.opsdk.core.call.CallSite;
import dev.opsdk.core.error.NoReplyException;
import dev.opsdk.core.error.OpsException;
import dev.opsdk.core.error.OutcomeUnknownException;
import dev.opsdk.core.error.RejectedException;
import dev.opsdk.core.error.UnreachableException;
import dev.opsdk.core.error.UnreadableReplyException;
import dev.opsdk.core.internal.CallContext;
import dev.opsdk.core.internal.Deadline;
import dev.opsdk.core.internal.Transport;
import dev.opsdk.openmldb.internal.Leadership.Leader;
import dev.opsdk.openmldb.internal.NobodyLeads.Prospect;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import okhttp3.Request;

/**
 * Sends what only the leader of the nameservers may get. Nobody is believed to lead who does not say so: {@code ConfGet}, a read, is
 * asked first, so that a mutation is not wasted on a dead nameserver. Only what provably did nothing is sent to a next one.
 */
final class NameServers {
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);

    private final Transport transport;
    private final TimeSource time;
    private final Servers servers;
    private final Duration leaderWindow;
    private final Credentials credentials;
    private final Order<Map<String, String>> question;
    private final Leadership leadership = new Leadership();
    private volatile List<String> lastKnown = List.of();

    NameServers(
            Transport transport,
            TimeSource time,
            Servers servers,
            Duration leaderWindow,
            Credentials credentials,
            Order<Map<String, String>> question) {
        this.transport = transport;
        this.time = time;
        this.servers = servers;
        this.leaderWindow = leaderWindow;
        this.credentials = credentials;
        this.question = question;
    }

    Leadership leadership() {
        return leadership;
    }

    /** As they were last looked up. */
    List<String> lastKnown() {
        return lastKnown;
    }

    /** Makes a call at the leader, whoever that is by then. */
    <T> T send(Order<T> order) {
        CallContext context = credentials.begin(transport, order.request(), order.target());
        transport.refuse(context, order.request());
        return waiting(context, () -> transport.retrying(context, () -> pass(context, order)));
    }

    /** Finds the leader if it is not known. */
    Leader leader() {
        CallContext context = credentials.begin(transport, question.request(), "");
        transport.refuse(context, question.request());
        return waiting(context, () -> found(context, question.request()));
    }

    @FunctionalInterface
    private interface Look<T> {
        T look();
    }

    private <T> T waiting(CallContext context, Look<T> pass) {
        Deadline window = Deadline.in(time, leaderWindow);
        boolean atOnce = leadership.current().isPresent(); // another one may lead already
        boolean hungUpBefore = false;
        while (true) {
            try {
                return pass.look();
            } catch (NobodyLeads e) {
                boolean hungUp = e.prospect() == Prospect.HUNG_UP;
                if (e.prospect() == Prospect.NONE || (hungUp && hungUpBefore)) {
                    throw e.reason();
                }
                hungUpBefore = hungUp;
                if (!atOnce) {
                    if (tooShort(window) || tooShort(context.deadline())) {
                        throw e.reason();
                    }
                    transport.pause(context, BETWEEN_LOOKS, e.reason());
                }
                atOnce = false;
            }
        }
    }

    private static boolean tooShort(Deadline deadline) {
        return deadline.remaining().compareTo(BETWEEN_LOOKS) < 0;
    }

    private <T> T pass(CallContext context, Order<T> order) {
        Leader leader = found(context, order.request());
        try {
            Optional<T> answer =
                    transport.once(context, Transport.at(order.request(), leader.address()), order.reader(), true);
            if (answer.isPresent()) {
                return answer.get();
            }
        } catch (UnreachableException e) {
            lost(leader);
            if (context.deadline().over()) {
                throw e;
            }
            throw new NobodyLeads(e, Prospect.GOOD);
        } catch (NoReplyException | OutcomeUnknownException e) {
            lost(leader);
            throw e;
        }
        lost(leader);
        String reason = leader.name() + " does not lead any more (code 300), and no other nameserver was found to lead";
        throw new NobodyLeads(
                new UnreachableException(Servers.site(context, order.request()), reason, null), Prospect.GOOD);
    }

    private void lost(Leader leader) {
        leadership.lost(leader);
        servers.refresh();
    }

    private Leader found(CallContext context, Request request) {
        return leadership.current().orElseGet(() -> ask(context, request));
    }

    /** Asks all nameservers once, in the directory's order. */
    private Leader ask(CallContext context, Request request) {
        Asked asked = new Asked();
        for (String name : names(asked)) {
            Optional<BaseUrl> address = servers.find(name);
            if (address.isEmpty()) {
                asked.says(name, "has no address here; tell the builder address(\"" + name + "\", \"host:port\")");
            } else if (leads(name, address.get(), asked)) {
                return leadership.found(new Leader(name, address.get()));
            }
        }
        throw asked.nobodyLeads(Servers.site(context, request));
    }

    private List<String> names(Asked asked) {
        try {
            lastKnown = List.copyOf(servers.directory().nameServers());
        } catch (UnreachableException e) {
            asked.failed("the directory", e, false, false);
        }
        return lastKnown;
    }

    private boolean leads(String name, BaseUrl address, Asked asked) {
        CallContext look = credentials.begin(transport, question.request(), name);
        try {
            boolean leads = transport
                    .once(look, Transport.at(question.request(), address), question.reader(), true)
                    .isPresent();
            if (!leads) {
                asked.says(name, "is a standby (code 300)");
            }
            return leads;
        } catch (UnreachableException | NoReplyException | RejectedException | UnreadableReplyException e) {
            asked.failed(name, e, look.hungUp(), look.hopeless());
            return false;
        }
    }

    /** What the nameservers said in one round. */
    private static final class Asked {
        private final List<String> said = new ArrayList<>();
        private final List<OpsException> failures = new ArrayList<>();
        private boolean somebodyMayLead;
        private boolean somebodyHungUp;

        void says(String name, String words) {
            said.add(name + " " + words);
            somebodyMayLead = true;
        }

        void failed(String name, OpsException e, boolean hungUp, boolean hopeless) {
            String words = e.getMessage();
            said.add(name + ": "
                    + e.call().map(call -> words.replace(call + " -> ", "")).orElse(words));
            failures.add(e);
            somebodyHungUp |= hungUp;
            somebodyMayLead |=
                    !hungUp && !hopeless && (e instanceof UnreachableException || e instanceof NoReplyException);
        }

        NobodyLeads nobodyLeads(CallSite site) {
            if (!somebodyMayLead && !failures.isEmpty()) {
                return new NobodyLeads(failures.get(0), somebodyHungUp ? Prospect.HUNG_UP : Prospect.NONE);
            }
            String reason = said.isEmpty()
                    ? "the discovery knows no nameserver"
                    : "no nameserver leads: " + String.join("; ", said);
            return new NobodyLeads(
                    new UnreachableException(
                            site, reason, failures.isEmpty() ? null : failures.get(failures.size() - 1)),
                    Prospect.GOOD);
        }
    }
}
