package dev.opsdk.simulator.bizconnector;

/**
 * An event that a connector tried to send, once.
 *
 * @param trigger the name of the event
 * @param url where it went
 * @param body the JSON that was sent
 * @param status what was answered, 0 when nothing was
 */
public record WebhookDelivery(String trigger, String url, String body, int status) {}
