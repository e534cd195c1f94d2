package dev.opsdk.openmldb.procedure;

import dev.opsdk.openmldb.Discovery;
import dev.opsdk.openmldb.OpenMldbOps;
import dev.opsdk.openmldb.OperatorLock;
import dev.opsdk.openmldb.OperatorLocks;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Operators' locks without a ZooKeeper, to be taken by somebody else and to be lost. */
final class MemoryLocks implements OperatorLocks {
    private final List<String> purposes = new ArrayList<>();
    private Optional<String> holder = Optional.empty();
    private Optional<String> hidden = Optional.empty();

    /** Somebody else takes it, whoever had it. */
    void takenBy(String other) {
        holder = Optional.of(other);
    }

    /** Somebody else takes it after one more look. */
    void takenUnseenBy(String other) {
        hidden = Optional.of(other);
    }

    /** Nobody has it any more. */
    void end() {
        holder = Optional.empty();
    }

    /** What it was taken for, by whoever asked here. */
    List<String> purposes() {
        return purposes;
    }

    /** A client of a simulated cluster that operates it alone. */
    OpenMldbOps client(OpenMldbWorld world) {
        Discovery listed =
                Discovery.nameServers(world.sim().nameServerEndpoints().toArray(String[]::new));
        return OpenMldbOps.builder()
                .discovery(new Discovery() {
                    @Override
                    public List<String> nameServers() {
                        return listed.nameServers();
                    }

                    @Override
                    public Optional<OperatorLocks> locks() {
                        return Optional.of(MemoryLocks.this);
                    }
                })
                .timeSource(world.time())
                .interceptor(world.wire())
                .exclusive(true)
                .build();
    }

    @Override
    public Optional<String> holder() {
        return holder;
    }

    @Override
    public Optional<OperatorLock> tryLock(String purpose) {
        if (hidden.isPresent()) {
            holder = hidden;
        }
        if (holder.isPresent()) {
            return Optional.empty();
        }
        purposes.add(purpose);
        String mine = "us, for " + purpose;
        holder = Optional.of(mine);
        return Optional.of(new OperatorLock() {
            @Override
            public String holder() {
                return mine;
            }

            @Override
            public boolean held() {
                return MemoryLocks.this.holder.filter(mine::equals).isPresent();
            }

            @Override
            public void close() {
                if (held()) {
                    end();
                }
            }
        });
    }
}
