package dev.opsdk.simulator.ccr;

import dev.opsdk.simulator.Outcome;
import dev.opsdk.simulator.SimResponse;
import java.util.LinkedHashMap;
import java.util.Map;

/** The shapes of the syncer's answers. JSON goes out as plain text, and failures as 200. */
final class Replies {

    private static final String PLAIN = "text/plain; charset=utf-8";

    private Replies() {}

    static SimResponse json(Json body, Outcome outcome) {
        return SimResponse.text(200, PLAIN, body.toString(), outcome);
    }

    static SimResponse ok() {
        return json(success(), Outcome.EXECUTED);
    }

    static Json success() {
        return Json.object().put("success", true);
    }

    static Json failure(String message) {
        return Json.object().put("success", false).put("error_msg", message);
    }

    static SimResponse refused(String message) {
        return json(failure(message), Outcome.REFUSED);
    }

    static SimResponse text(String body) {
        return SimResponse.text(200, PLAIN, body, Outcome.EXECUTED);
    }

    /** Go's http.Error: for unknown routes, undecodable jobs and metrics that break. */
    static SimResponse error(int status, String body) {
        return SimResponse.text(status, PLAIN, body, Outcome.REFUSED).with("X-Content-Type-Options", "nosniff");
    }

    /** Go's http.Redirect: a body for GET only. */
    static SimResponse redirect(int status, String method, String location) {
        Map<String, String> headers = new LinkedHashMap<>();
        String body = "";
        if (method.equals("GET") || method.equals("HEAD")) {
            headers.put("Content-Type", "text/html; charset=utf-8");
            String reason = status == 301 ? "Moved Permanently" : "See Other";
            body = "<a href=\"" + location.replace("&", "&amp;") + "\">" + reason + "</a>.\n\n";
        }
        headers.put("Location", location);
        return new SimResponse(status, headers, body, Outcome.REDIRECTED);
    }
}
