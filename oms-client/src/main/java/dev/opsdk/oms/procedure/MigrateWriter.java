package dev.opsdk.oms.procedure;

import dev.opsdk.core.error.OpsException;
import dev.opsdk.core.error.Outcome;
import dev.opsdk.core.procedure.Look;
import dev.opsdk.core.procedure.Plan;
import dev.opsdk.core.procedure.PreCheck;
import dev.opsdk.core.procedure.RequestLine;
import dev.opsdk.core.procedure.Step;
import dev.opsdk.oms.OmsClient;
import dev.opsdk.oms.Writer;
import dev.opsdk.oms.model.MigrationReply;
import dev.opsdk.oms.model.WriterName;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Stop, migrate, start what the migration made, watch it. Remembers the new name, which only the answer tells. */
final class MigrateWriter {
    private static final WriterName NOT_MADE_YET = WriterName.of("<the new writer's name>");
    /** How far the new writer may begin behind the old one's last sample. */
    private static final Duration TOLERATED = Duration.ofMinutes(1);

    private final OmsClient client;
    private final OmsContext context;
    private final Writer old;
    private final String node;
    private final WriterMigration options;
    private final WriterSteps oldSteps;
    private final StartAgain startAgain;
    private @Nullable Boolean ranBefore;
    private Optional<Instant> oldPosition = Optional.empty();
    private Migrated<WriterName> migrated;

    MigrateWriter(OmsClient client, WriterName name, String node, WriterMigration options) {
        this.client = client;
        this.context = new OmsContext(client, name.text(), this::now);
        this.old = client.writer(name);
        this.node = node;
        this.options = options;
        this.oldSteps = new WriterSteps(context, name);
        this.migrated = options.newName().map(Migrated::to).orElseGet(Migrated::notYet);
        this.startAgain = new StartAgain("writer '" + name + "'", old.requests().start());
    }

    Optional<WriterName> newName() {
        return migrated.name();
    }

    Plan plan() {
        WriterLook now = oldSteps.look();
        if (ranBefore == null) {
            ranBefore = now.running();
        }
        oldPosition = now.position().or(() -> oldPosition);
        Plan.Builder plan = context.plan("migrateWriter").checks(checks(now)).again(this::plan);
        if (!Checks.isAddress(node)) {
            return plan.build(); // blocked; there is nothing that could be shown
        }
        List<Step> steps = new ArrayList<>();
        if (!options.hostDown() && migrated.name().isEmpty()) {
            steps.add(oldSteps.stop());
        }
        steps.add(migrate());
        steps.add(start());
        steps.add(watch());
        return plan.steps(steps)
                .next(results -> new MigrationAdvice(
                                "writer", old.name(), node, migrated.name(), migrated.reply(), startAgain.told())
                        .next(results, next(), options.hostDown()))
                .build();
    }

    /** The exact next call. */
    private RequestLine next() {
        return client.writer(migrated.name().orElse(NOT_MADE_YET)).requests().start();
    }

    private List<PreCheck> checks(WriterLook now) {
        List<PreCheck> checks = new ArrayList<>();
        if (migrated.name().isPresent()) {
            WriterLook made = WriterLook.at(client, migrated.name().get());
            checks.add(
                    made.exists()
                            ? Checks.pass("new writer", made.evidence())
                            : Checks.block("new writer", made.evidence()));
        } else if (migrated.unknown()) {
            checks.add(Checks.block("earlier migration", "it is not known what it came to; " + migrated.how("writer")));
        } else {
            checks.add(now.exists() ? Checks.pass("writer", now.evidence()) : Checks.block("writer", now.evidence()));
        }
        checks.addAll(Checks.destination(node, migrated.name().isPresent() ? Optional.empty() : now.host()));
        if (options.hostDown()) {
            checks.add(
                    now.freshlyAlive()
                            ? Checks.block(
                                    "host down",
                                    "the writer is alive: " + now.evidence() + "; stop it and migrate it without force")
                            : Checks.warn(
                                    "host down",
                                    "as told; force=true. When that host comes back, the old writer may run there again and write"
                                            + " beside the new one (a zombie): keep the host away from the network, or end its process first"));
        }
        checks.add(Checks.window(client, options.work().stores(), oldPosition, "writer's position"));
        checks.add(Checks.ha(options.work().haDisabled()));
        return checks;
    }

    private Step migrate() {
        return Step.named("migrate the writer to " + node
                        + (options.hostDown() ? " by force" : "; if that is refused, start it again where it is"))
                .sends(
                        options.hostDown()
                                ? old.requests().migrateFromDeadHost(node)
                                : old.requests().migrate(node))
                .look(this::lookToMigrate)
                .act(progress -> migrateOnce())
                .prove(this::arrived)
                .build();
    }

    private Look lookToMigrate() {
        if (migrated.name().isPresent()) {
            return Look.done("it is now '" + migrated.name().get() + "'");
        }
        WriterLook now = oldSteps.look();
        if (!now.exists()) {
            return Look.blocked(now.evidence());
        }
        return now.running() && !options.hostDown()
                ? Look.blocked("it runs again: " + now.evidence())
                : Look.toDo(now.evidence());
    }

    private void migrateOnce() {
        migrated = Migrated.sent();
        startAgain.forget();
        try {
            MigrationReply<WriterName> reply = options.hostDown() ? old.migrateFromDeadHost(node) : old.migrate(node);
            migrated = Migrated.by(reply);
        } catch (OpsException e) {
            if (e.outcome() == Outcome.NOT_DONE) {
                migrated = Migrated.notYet();
                if (Boolean.TRUE.equals(ranBefore) && !options.hostDown()) {
                    startAgain.ifStillThere(() -> oldSteps.look().exists(), old::start);
                    oldSteps.startedAgain();
                }
            }
            throw e;
        }
    }

    private Look arrived() {
        Optional<WriterName> name = migrated.name();
        if (name.isEmpty()) {
            return Look.toDo(migrated.reply()
                            .map(raw -> "the reply names no new writer: " + raw + "; ")
                            .orElse("") + "of the old one: " + oldSteps.look().evidence());
        }
        WriterLook made = WriterLook.at(client, name.get());
        return made.exists() && made.host().equals(Optional.of(node))
                ? Look.done("it is now '" + name.get() + "': " + made.evidence())
                : Look.toDo("it is now '" + name.get() + "', but not seen on " + node + ": " + made.evidence());
    }

    private Step start() {
        return Step.named("start the new writer")
                .sends(next())
                .look(() -> made().lookToStart())
                .act(progress -> made().start())
                .prove(() -> made().started())
                .build();
    }

    private Step watch() {
        return Step.named(WriterSteps.watching(options.work().stabilise()))
                .look(() -> Look.toDo("not watched yet"))
                .act(progress -> new Steady(context, options.work().stabilise())
                        .await("the new writer", () -> made().look().sight(), progress))
                .prove(this::whereItWas)
                .build();
    }

    private Look whereItWas() {
        WriterLook now = made().look();
        boolean behind = oldPosition
                .map(was -> was.minus(TOLERATED))
                .flatMap(least -> now.position().map(at -> at.isBefore(least)))
                .orElse(false);
        if (behind) {
            return Look.toDo("it is far behind where the old one was (" + oldPosition.get() + "): " + now.evidence());
        }
        return now.running() ? Look.done(now.evidence()) : Look.toDo(now.evidence());
    }

    private WriterSteps made() {
        return new WriterSteps(context, migrated.name().orElseThrow());
    }

    private List<String> now() {
        List<String> now = new ArrayList<>();
        migrated.name().ifPresent(name -> now.add(OmsContext.now(client, name)));
        now.add(OmsContext.now(client, old.name()));
        return now;
    }
}
