package dev.opsdk.bizconnector.model.event;

import java.util.Optional;

/**
 * Something that happened at a connector. There is no id and no time in it, and nothing is delivered twice.
 *
 * @param trigger what happened
 * @param data what it is about
 */
public record ConnectorEvent(Trigger trigger, EventData data) {
    /**
     * The data as what it should be.
     *
     * @param type the data's type
     * @param <D> the data's type
     * @return the data, or empty if it is something else
     */
    public <D extends EventData> Optional<D> data(Class<D> type) {
        return Optional.of(data).filter(type::isInstance).map(type::cast);
    }
}
