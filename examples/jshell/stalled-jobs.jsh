// Which CCR jobs get nowhere, and at which binlog: ./jsh examples/jshell/stalled-jobs.jsh [--every=10s]
// No call tells a job's last error, so it takes three looks. Ends with 1 when a job is stalled or could not be read.
run(() -> {
    Duration every = args("--every=").duration("every", Duration.ofSeconds(10));
    Map<String, List<JobSnapshot>> looks = new TreeMap<>();
    Map<String, String> unread = new TreeMap<>();
    for (int look = 0; look < Stall.LOOKS; look++) {
        if (look > 0) {
            ccr().timeSource().sleep(every);
        }
        Results<String, JobSnapshot> seen = ccr().jobs().snapshots();
        seen.values().forEach((job, snapshot) -> looks.computeIfAbsent(job, name -> new ArrayList<>()).add(snapshot));
        seen.errors().forEach((job, error) -> unread.put(job, error.getMessage()));
    }
    record Row(String job, JobSnapshot last, Stall stall) {}
    List<Row> rows = looks.entrySet().stream()
            .map(job -> new Row(job.getKey(), job.getValue().get(job.getValue().size() - 1), Stall.of(job.getValue())))
            .sorted(Comparator.comparing(row -> row.stall().verdict() != Stall.Verdict.STALLED))
            .toList();
    table(rows, t -> t.col("job", Row::job)
            .col("verdict", row -> row.stall().verdict())
            .col("at binlog", row -> row.stall().stuckAt())
            .col("lag", row -> Lag.of(row.last()))
            .col("why", row -> row.stall().why()));
    unread.forEach((job, why) -> System.out.println("FAILED " + job + ": " + why));
    List<String> stalled = rows.stream()
            .filter(row -> row.stall().verdict() == Stall.Verdict.STALLED)
            .map(Row::job)
            .toList();
    stalled.forEach(job -> System.out.println("next: ccr().job(\"" + job + "\").procedures().recoverStalled()"));
    if (!stalled.isEmpty() || !unread.isEmpty()) {
        fail(stalled.size() + " stalled, " + unread.size() + " not readable, of " + rows.size());
    }
});
