package dev.opsdk.simulator.oms;

import java.util.Collection;

/** Creates components as a project does when it starts: running, and up to date. */
final class Builders {

    private static final String CFG = """
            target_ob_region=ob_10088.admin
            lsn_mode=
            status=running
            listen_port=18000
            daemon.ip=
            daemon.port=9000
            local_region_no=
            black_region_no=0
            tenant_mapping=
            ignore_ddl=false
            useMultiExecute=false\s
            useDRCNet=true
            calculate_iops=true
            coordinatorFile.skipDdl=
            sinkFile.notWriteColumn=
            src_type=mysql
            binlog_username=drc
            binlog_password=Bin10g&Secret
            topic=
            subTopic=
            src_subTopic=
            subId=
            timestamp=
            dest_type=oceanbase1
            cluster.url=
            config_url=jdbc:mysql://10.10.10.2:2883?useUnicode=true&allowMultiQueries=true\
            &socketTimeout=50000&characterEncoding=utf8&readOnlyPropagatesToServer=false
            sync_username=root@oms_mysql#ob_10088.admin
            sync_password=Sync=Secret1
            filter.conditions=baby.*
            tx_records_limit=128
            worker_num=16
            connection_num=
            writer_type=increment
            retry_sleep=5
            task.split.mode=false
            blackCondition=[{"name":"test_ddl01","all":false,"sub":[{"name":"DRC_TXN*","func":"fn"},\
            {"name":"drc_txn*","func":"fn"}]}]
            whiteCondition=[{"name":"test_ddl01","all":false,"sub":[{"name":"*","func":"fn"}]}]
            retry_time=3
            useDirectUsername=true
            coordinatorFile.isReverse=true
            print_sql=false
            """;

    private Builders() {}

    /** A store that is not in the world yet. */
    static StoreRow store(World world, String subTopic, String ip) {
        int manager = ComponentName.STORES;
        StoreRow store = new StoreRow(name(ip, manager, subTopic, world.stores.keySet()), 17000 + world.stores.size());
        long head = world.source(subTopic).head();
        store.retention = world.settings.retention.toSeconds();
        store.begin = Math.min(head, world.second() - store.retention);
        store.origin = store.begin;
        store.end = head;
        return store;
    }

    static WriterRow writer(World world, String subTopic, String ip) {
        ComponentName name = name(ip, ComponentName.SUPERVISOR, subTopic, world.writers.keySet());
        IniText cfg = IniText.of(CFG);
        cfg.put("daemon.ip", ip);
        cfg.put("topic", subTopic.replaceFirst("-\\d+-\\d+$", ""));
        cfg.put("subTopic", subTopic);
        cfg.put("src_subTopic", subTopic.replace("_source-", "_dest-"));
        cfg.put("subId", name.digits());
        cfg.put("timestamp", String.valueOf(world.second()));
        cfg.put("cluster.url", "http://" + ip + ":8088");
        WriterRow writer = new WriterRow(name, cfg, 16030 + world.writers.size(), world.cmNow());
        upToDate(world, writer);
        world.writers.put(writer.name, writer);
        return writer;
    }

    /** The name tells the generation: the second has {@code connector_v2} in it. */
    static ConnectorRow connector(World world, String subTopic, String task, String ip) {
        String inner = world.settings.generation.hasSecond() ? "connector_v2:" + task : task;
        ComponentName name = name(ip, ComponentName.SUPERVISOR, inner, world.connectors.keySet());
        ConnectorRow connector = new ConnectorRow(name, subTopic, world.cmNow());
        upToDate(world, connector);
        connector.scope("source").put("subTopic", subTopic);
        connector.scope("source").put("checkpoint", "{\"" + subTopic + "\":\"" + (connector.position - 3600) + "\"}");
        connector.scope("source").put("password", "Source=Secret2");
        connector.scope("sink").put("password", "Sink&Secret3");
        connector.scope("coordinator").put("connectorJvmParam", "-Xms4g -Xmx4g");
        world.connectors.put(connector.name, connector);
        return connector;
    }

    private static void upToDate(World world, WorkerRow worker) {
        worker.position = world.source(worker.subTopic).head();
        worker.state = ComponentState.RUNNING;
        WorkerLife.sample(world, worker);
    }

    private static ComponentName name(String ip, int port, String inner, Collection<String> taken) {
        return ComponentName.next(ip, port, inner, taken);
    }
}
