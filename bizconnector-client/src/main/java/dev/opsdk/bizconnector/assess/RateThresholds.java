package dev.opsdk.bizconnector.assess;

/**
 * From where request and error rates are worth a look.
 *
 * @param warnServerErrors share of 5xx among all requests, 0 to 1
 * @param failServerErrors share of 5xx among all requests, 0 to 1, at least the other
 * @param warnUnauthorizedPerMinute refused credentials a minute
 */
public record RateThresholds(double warnServerErrors, double failServerErrors, double warnUnauthorizedPerMinute) {
    /** 1 %, 10 %, 6 a minute. */
    public static final RateThresholds DEFAULT = new RateThresholds(0.01, 0.10, 6);

    /** Refuses what can never be reached, or always is. */
    public RateThresholds {
        if (!(warnServerErrors >= 0 && failServerErrors >= warnServerErrors && failServerErrors <= 1)) {
            throw new IllegalArgumentException("0 <= warnServerErrors <= failServerErrors <= 1 must hold, not "
                    + warnServerErrors + " and " + failServerErrors);
        }
        if (!(warnUnauthorizedPerMinute > 0)) {
            throw new IllegalArgumentException(
                    "warnUnauthorizedPerMinute must be positive, not " + warnUnauthorizedPerMinute);
        }
    }
}
