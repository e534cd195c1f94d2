package dev.opsdk.bizconnector;

import dev.opsdk.bizconnector.internal.Target;
import dev.opsdk.bizconnector.internal.Wire;
import dev.opsdk.bizconnector.model.filter.Filter;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import okhttp3.ResponseBody;
import retrofit2.Call;

/**
 * A list on the server. Nothing is sent before one of its methods is called, and each of them asks anew. The server has neither pages
 * nor an order: it always answers with all elements that the filter lets through.
 *
 * @param <T> the element
 */
public final class Listing<T> {
    private final Wire wire;
    private final Supplier<Call<ResponseBody>> call;
    private final Target target;
    private final Filter<?> filter;
    private final Class<T> type;

    private Listing(Wire wire, Supplier<Call<ResponseBody>> call, Target target, Filter<?> filter, Class<T> type) {
        this.wire = wire;
        this.call = call;
        this.target = target;
        this.filter = filter;
        this.type = type;
    }

    static <T, F extends Filter<F>> Listing<T> of(
            Wire wire, Supplier<Call<ResponseBody>> call, Target target, F filter, Consumer<F> fill, Class<T> type) {
        fill.accept(filter);
        return new Listing<>(wire, call, target, filter, type);
    }

    /**
     * All elements at once.
     *
     * @return the elements, in no order that is promised
     */
    public List<T> list() {
        return wire.list(call.get(), target, filter, type);
    }

    /**
     * One element after the other as they come, so that a list of any size fits into memory; only a single
     * element may not be larger than the builder's {@code maxReplyBytes}. Once the first has been handed out, the
     * call is not repeated when the connection breaks; it fails with {@link dev.opsdk.core.error.NoReplyException}.
     *
     * @param action gets each element; what it throws ends the call and is thrown here. The call's time limit runs on meanwhile
     * @return how many there were
     */
    public long forEach(Consumer<? super T> action) {
        return wire.stream(call.get(), target, filter, type, action);
    }

    /** What is asked for. */
    @Override
    public String toString() {
        return "list of " + type.getSimpleName() + " " + filter;
    }
}
