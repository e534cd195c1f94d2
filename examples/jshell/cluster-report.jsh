// What an OpenMLDB cluster looks like: tablets, what lies where, tables, ops that are not done, and what recovering would do:
// ./jsh examples/jshell/cluster-report.jsh [--like=PATTERN]
// It only reads. Ends with 1 when a tablet or a table is not well.
run(() -> {
    String like = args("--like=").find("like").orElse("%");
    List<Tablet> tablets = mldb().nameServer().tablets();
    System.out.println("tablets");
    table(tablets);
    ClusterSnapshot snapshot =
            ClusterSnapshot.builder().tablets(tablets).tables(mldb().nameServer().tables()).build();
    System.out.println("what lies where");
    table(Distribution.of(snapshot, Scope.everything()));
    TableStatusReport tables = mldb().status().tables(like);
    System.out.println("tables");
    table(tables);
    System.out.println("ops that are not done");
    table(mldb().status().ops().rows().stream()
            .filter(row -> !row.op().state().is(OpState.Known.DONE))
            .toList());
    long sick = tables.rows().stream().filter(row -> !row.healthy()).count();
    long down = tablets.stream().filter(tablet -> !tablet.healthy()).count();
    if (sick + down > 0) {
        System.out.println("recovering would be: " + mldb().procedures().recoverData(how -> how).decision());
        fail(down + " of " + tablets.size() + " tablets and " + sick + " of " + tables.rows().size() + " tables are not well");
    }
});
