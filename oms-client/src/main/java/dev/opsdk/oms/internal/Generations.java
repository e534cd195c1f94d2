package dev.opsdk.oms.internal;

import dev.opsdk.core.error.RejectedException;
import dev.opsdk.core.error.UnsupportedException;
import dev.opsdk.oms.model.ConnectorName;
import dev.opsdk.oms.model.Generation;
import dev.opsdk.oms.model.WriterName;
import org.jspecify.annotations.Nullable;

/** Which generation a connector is called in: as told, else by its name, else by what one read of generation 1 comes to. */
final class Generations {
    /** Makes a read that only generation 1 has. */
    @FunctionalInterface
    interface Probe {
        void detail(WriterName name);
    }

    private final Generation told;
    private final Probe probe;
    private volatile @Nullable Generation found;

    Generations(Generation told, Probe probe) {
        this.told = told;
        this.probe = probe;
    }

    Generation of(ConnectorName name) {
        if (told != Generation.AUTO) {
            return told;
        }
        if (name.isV2()) {
            return Generation.GEN2;
        }
        Generation known = found;
        if (known == null) {
            known = look(name);
            found = known;
        }
        return known;
    }

    /** The name is a connector's, so that nobody's writer is meant; whether it is found does not matter. */
    private Generation look(ConnectorName name) {
        try {
            probe.detail(WriterName.of(name.text()));
            return Generation.GEN1;
        } catch (UnsupportedException e) {
            return Generation.GEN2;
        } catch (RejectedException e) {
            return Generation.GEN1;
        }
    }
}
