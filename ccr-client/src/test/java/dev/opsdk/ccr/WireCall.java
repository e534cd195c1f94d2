package dev.opsdk.ccr;

import dev.opsdk.ccr.model.ClusterEndpoint;
import dev.opsdk.ccr.model.CreateJob;
import dev.opsdk.ccr.model.SkipBinlog;
import dev.opsdk.core.call.Effect;
import dev.opsdk.core.internal.Operation;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * One way to send one operation, for tests that hold for every one of them.
 *
 * @param operation the server's word for it
 * @param by how it is called here, where there is more than one way
 * @param call makes the call
 */
record WireCall(String operation, String by, Function<CcrClient, Object> call) {
    static final String JOB = "db_job";

    /** Every operation, in every way there is to call it. */
    static List<WireCall> all() {
        return List.of(
                read("version", "client", CcrClient::version),
                read("version", "syncer", ccr -> first(ccr).version()),
                read("list_jobs", "client", ccr -> ccr.jobs().list()),
                read("list_jobs", "syncer", ccr -> first(ccr).listJobs()),
                read("features", "client", CcrClient::features),
                read("features", "syncer", ccr -> first(ccr).features()),
                read("metrics", "syncer", ccr -> first(ccr).metrics()),
                read("view", "json", ccr -> first(ccr).view()),
                read("view", "table", ccr -> first(ccr).viewTable()),
                read("job_status", "job", ccr -> ccr.job(JOB).status()),
                read("job_detail", "job", ccr -> ccr.job(JOB).detail()),
                read("job_progress", "job", ccr -> ccr.job(JOB).progress()),
                read("get_lag", "job", ccr -> ccr.job(JOB).lag()),
                order("create_ccr", ccr -> ccr.jobs().create(aJob(JOB, job -> job))),
                order("pause", ccr -> ccr.job(JOB).pause()),
                order("resume", ccr -> ccr.job(JOB).resume()),
                order("delete", ccr -> ccr.job(JOB).delete()),
                order("desync", ccr -> ccr.job(JOB).desync()),
                order("sync", ccr -> ccr.job(JOB).sync()),
                order("force_fullsync", ccr -> ccr.job(JOB).forceFullSync()),
                order("job_skip_binlog", ccr -> ccr.job(JOB).skipBinlog(SkipBinlog.silence(1001))),
                order(
                        "update_host_mapping",
                        ccr -> ccr.job(JOB)
                                .updateHostMapping(mapping -> mapping.mapSource("172.168.1.1", "10.0.10.1")
                                        .unmapSource("172.168.1.5"))),
                order("update_job", ccr -> ccr.job(JOB).updateSkipError(true)));
    }

    /** The operations of the Retrofit interface, by their names. */
    static Map<String, Method> operations() {
        try {
            return Arrays.stream(Class.forName("dev.opsdk.ccr.internal.CcrApi").getDeclaredMethods())
                    .filter(method -> method.isAnnotationPresent(Operation.class))
                    .collect(Collectors.toMap(
                            method -> method.getAnnotation(Operation.class).value(), Function.identity()));
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }

    /** A database job as it was recorded. */
    static CreateJob aJob(String name, UnaryOperator<CreateJob.Builder> more) {
        return more.apply(CreateJob.builder().name(name).src(source("")).dest(destination("")))
                .build();
    }

    /** A table job with the tables named alike. */
    static CreateJob aTableJob(String name, String table) {
        return CreateJob.table(name, source(table), destination(table));
    }

    static Consumer<ClusterEndpoint.Builder> source(String table) {
        return src -> src.host("127.0.0.1")
                .port(19030)
                .thriftPort(19020)
                .user("root")
                .password("s3cret")
                .database("demo")
                .table(table);
    }

    static Consumer<ClusterEndpoint.Builder> destination(String table) {
        return dest -> dest.host("127.0.0.1")
                .port(19031)
                .thriftPort(19020)
                .user("root")
                .database("demo2")
                .table(table);
    }

    /** Makes the call, for what it does. */
    void run(CcrClient ccr) {
        var unused = call.apply(ccr);
    }

    Effect effect() {
        return operations().get(operation).getAnnotation(Operation.class).effect();
    }

    /** Whether it is about one job, which another syncer may own. */
    boolean aboutAJob() {
        return !List.of("version", "list_jobs", "features", "metrics", "view", "create_ccr")
                .contains(operation);
    }

    private static Syncer first(CcrClient ccr) {
        return ccr.syncers().get(0);
    }

    private static WireCall read(String operation, String by, Function<CcrClient, Object> call) {
        return new WireCall(operation, by, call);
    }

    private static WireCall order(String operation, Consumer<CcrClient> call) {
        return new WireCall(operation, "job", ccr -> {
            call.accept(ccr);
            return "done";
        });
    }

    @Override
    public String toString() {
        return operation + " by " + by;
    }
}
