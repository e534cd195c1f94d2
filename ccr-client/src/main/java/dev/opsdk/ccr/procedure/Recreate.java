package dev.opsdk.ccr.procedure;

import dev.opsdk.ccr.model.CreateJob;
import dev.opsdk.ccr.model.Generation;
import dev.opsdk.ccr.model.JobDetail;
import dev.opsdk.core.error.ConflictException;
import dev.opsdk.core.error.NotFoundException;
import dev.opsdk.core.procedure.CheckResult;
import dev.opsdk.core.procedure.Look;
import dev.opsdk.core.procedure.Plan;
import dev.opsdk.core.procedure.PreCheck;
import dev.opsdk.core.procedure.Step;
import dev.opsdk.core.procedure.StepOutcome;
import dev.opsdk.core.procedure.StepResult;
import dev.opsdk.core.waiting.Waiter;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Delete and create, with the definition in hand: after the delete no syncer knows it any more. */
final class Recreate {
    private static final Duration LIMIT_FOR_CONFLICT = Duration.ofMinutes(10);

    private final JobContext context;
    private final RecreateOptions options;
    private final @Nullable CreateJob carried;

    Recreate(JobContext context, RecreateOptions options) {
        this(context, options, null);
    }

    private Recreate(JobContext context, RecreateOptions options, @Nullable CreateJob carried) {
        this.context = context;
        this.options = options;
        this.carried = carried;
    }
}
