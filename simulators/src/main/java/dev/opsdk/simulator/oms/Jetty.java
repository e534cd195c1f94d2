package dev.opsdk.simulator.oms;

import dev.opsdk.simulator.Outcome;
import dev.opsdk.simulator.SimResponse;

/** Pages of the servlet container, for what does not reach CM's own code. */
final class Jetty {

    private Jetty() {}

    static SimResponse page(int status, String target, Outcome outcome) {
        String reason = SimResponse.empty(status, outcome).reason();
        String uri = target.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
        String html = "<html>\n<head>\n"
                + "<meta http-equiv=\"Content-Type\" content=\"text/html;charset=utf-8\"/>\n"
                + "<title>Error " + status + " " + reason + "</title>\n</head>\n"
                + "<body><h2>HTTP ERROR " + status + " " + reason + "</h2>\n<table>\n"
                + "<tr><th>URI:</th><td>" + uri + "</td></tr>\n"
                + "<tr><th>STATUS:</th><td>" + status + "</td></tr>\n"
                + "<tr><th>MESSAGE:</th><td>" + reason + "</td></tr>\n"
                + "<tr><th>SERVLET:</th><td>default</td></tr>\n</table>\n"
                + "<hr><a href=\"https://eclipse.org/jetty\">Powered by Jetty:// 9.4</a><hr/>\n\n</body>\n</html>\n";
        return SimResponse.text(status, "text/html;charset=utf-8", html, outcome)
                .with("Cache-Control", "must-revalidate,no-cache,no-store");
    }
}
