package dev.opsdk.benchmarks.call;

import dev.opsdk.bizconnector.BizConnectorClient;
import dev.opsdk.ccr.CcrClient;
import dev.opsdk.oms.OmsClient;
import dev.opsdk.openmldb.OpenMldbOps;
import java.net.URI;

/** As the README shows them. */
final class OpsdkCalls {
    private final String url;

    OpsdkCalls(String url) {
        this.url = url;
    }

    Ready ready(Operation operation) {
        return switch (operation) {
            case CCR_LAG -> {
                CcrClient ccr = CcrClient.connect(url);
                yield new Ready(() -> ccr.job(ByHand.JOB).lag(), ccr::close);
            }
            case CCR_PAUSE -> {
                CcrClient ccr = CcrClient.connect(url);
                yield new Ready(
                        () -> {
                            ccr.job(ByHand.JOB).pause();
                            return ccr;
                        },
                        ccr::close);
            }
            case OMS_WRITER -> {
                OmsClient oms = OmsClient.connect(url);
                yield new Ready(() -> oms.writer(ByHand.WRITER).detail(), oms::close);
            }
            case OMS_STOP -> {
                OmsClient oms = OmsClient.connect(url);
                yield new Ready(
                        () -> {
                            oms.writer(ByHand.WRITER).stop();
                            return oms;
                        },
                        oms::close);
            }
            case CONNECTOR_IDENTITY -> {
                BizConnectorClient connector = BizConnectorClient.connect(url, ByHand.KEY);
                yield new Ready(() -> connector.account().identityInfo(), connector::close);
            }
            case OPENMLDB_TABLES -> {
                OpenMldbOps mldb = OpenMldbOps.connect(URI.create(url).getAuthority());
                yield new Ready(() -> mldb.nameServer().tables(), mldb::close);
            }
        };
    }
}
