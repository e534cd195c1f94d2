package dev.opsdk.simulator.bizconnector;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What points at something on the Backbone and carries the key to it: a link, or the same in one word. */
final class Reference {

    private static final Pattern URL = Pattern.compile("https?://.*/r/([A-Z]{3}[A-Za-z0-9]+)(\\?app=.+)?#([\\w-]+)");
    private static final Pattern WORD = Pattern.compile("([A-Z]{3}[A-Za-z0-9]{17})@[^|]*\\|3\\|.*");

    private Reference() {}

    static Doc write(String base, Doc thing, String key, Ids ids) {
        StringBuilder secret = new StringBuilder("3|").append(key).append('|');
        String reader = thing.text("forIdentity");
        secret.append(reader.isEmpty() ? "" : reader.substring(reader.length() - 4));
        secret.append('|').append(password(thing.doc("passwordProtection"), ids));
        String id = thing.text("id");
        return Doc.of(
                "truncated", base64(id + "@" + base + "|" + secret), "url", base + "/r/" + id + "#" + base64(secret));
    }

    private static String password(Doc protection, Ids ids) {
        if (protection.isEmpty()) {
            return "";
        }
        String kind = protection.isTrue("passwordIsPin")
                ? "pin" + protection.text("password").length()
                : "pw";
        Object where = protection.get("passwordLocationIndicator");
        return kind + "&" + ids.salt() + (where == null ? "" : "&" + place(where));
    }

    private static String place(Object where) {
        int known = Protection.PLACES.indexOf(where.toString());
        return known < 0 ? where.toString() : Integer.toString(known + 1);
    }

    /** The id of what a reference points at. */
    static Optional<String> target(@Nullable String text) {
        if (text == null) {
            return Optional.empty();
        }
        Matcher url = URL.matcher(text);
        if (url.matches()) {
            return Optional.of(url.group(1));
        }
        try {
            Matcher word = WORD.matcher(new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8));
            return word.matches() ? Optional.of(word.group(1)) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static String base64(CharSequence text) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(text.toString().getBytes(StandardCharsets.UTF_8));
    }
}
