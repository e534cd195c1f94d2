package dev.opsdk.core.internal;

import java.io.EOFException;
import java.io.IOException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLPeerUnverifiedException;

/** Says why TLS failed and what an operator can do about it. */
final class TlsReasons {
    private static final Pattern NAMES = Pattern.compile("subjectAltNames: \\[([^]]*)]");
    private static final Pattern ALERT = Pattern.compile("Received fatal alert: (\\w+)");
    private static final Set<String> ABOUT_OUR_CERTIFICATE = Set.of(
            "certificate_required",
            "bad_certificate",
            "unknown_ca",
            "certificate_unknown",
            "certificate_expired",
            "certificate_revoked",
            "unsupported_certificate",
            "access_denied",
            "decrypt_error");
    private static final String OUR_CERTIFICATE =
            "the server wants a client certificate, or another one: tls(Tls.mutual(...)) on the client's builder";

    private TlsReasons() {}

    static String describe(SSLException e) {
        if (e instanceof SSLPeerUnverifiedException) {
            Matcher names = NAMES.matcher(String.valueOf(e.getMessage()));
            boolean some = names.find() && !names.group(1).isBlank();
            return "the server's certificate is for another host" + (some ? ", for " + names.group(1) : "")
                    + "; use a name that stands in it, or have this one added";
        }
        return "TLS failed: " + reason(e);
    }

    private static String reason(SSLException e) {
        if (causedBy(e, CertificateExpiredException.class)) {
            return "the server's certificate has run out; have it renewed";
        }
        if (causedBy(e, CertificateNotYetValidException.class)) {
            return "the server's certificate is not valid yet; compare the clocks here and where it was issued";
        }
        String said = String.valueOf(e.getMessage());
        if (causedBy(e, CertificateException.class) && said.contains("certification path")) {
            return "nobody whom we trust has signed the server's certificate;"
                    + " name its authority by tls(Tls.trusting(...)) on the client's builder";
        }
        return said + hint(e);
    }

    private static String hint(SSLException e) {
        if (notTls(e)) {
            return "; does the server speak plain http?";
        }
        if (causedBy(e, EOFException.class)) {
            return "; does the server speak TLS at this port?";
        }
        String alert = alert(e);
        if (ABOUT_OUR_CERTIFICATE.contains(alert)) {
            return "; " + OUR_CERTIFICATE;
        }
        return switch (alert) {
            case "handshake_failure" -> "; no cipher in common, or " + OUR_CERTIFICATE;
            case "protocol_version" -> "; TLS 1.2 and 1.3 are spoken here";
            case "unrecognized_name" -> "; the server does not know itself by this host name";
            default -> "";
        };
    }

    /** Whether trying again cannot help before somebody changes something. */
    static boolean hopeless(IOException e) {
        return e instanceof SSLPeerUnverifiedException
                || (e instanceof SSLException tls
                        && (notTls(tls)
                                || causedBy(tls, CertificateException.class)
                                || ABOUT_OUR_CERTIFICATE.contains(alert(tls))
                                || Set.of("handshake_failure", "protocol_version", "unrecognized_name")
                                        .contains(alert(tls))));
    }

    private static boolean notTls(SSLException e) {
        return String.valueOf(e.getMessage()).contains("Unsupported or unrecognized SSL message");
    }

    private static String alert(SSLException e) {
        Matcher alert = ALERT.matcher(String.valueOf(e.getMessage()));
        return alert.find() ? alert.group(1) : "";
    }

    private static boolean causedBy(Throwable e, Class<? extends Throwable> type) {
        for (Throwable cause = e.getCause(); cause != null; cause = cause.getCause()) {
            if (type.isInstance(cause)) {
                return true;
            }
        }
        return false;
    }
}
