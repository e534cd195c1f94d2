package dev.opsdk.simulator.bizconnector;

import java.util.function.Predicate;

/** The query language: names of value types and {@code #tags}, joined by {@code && || !} and parentheses. */
final class Iql {

    /** More would cost the stack, here or when it is asked. */
    private static final int MOST_TERMS = 1_000;

    private final String text;
    private int at;
    private int terms;

    private Iql(String text) {
        this.text = text;
    }

    static Predicate<Doc> parse(String text) throws Refusal {
        Iql parser = new Iql(text);
        Predicate<Doc> result = parser.or();
        parser.blanks();
        if (parser.at < text.length()) {
            throw parser.invalid();
        }
        return result;
    }

    private Predicate<Doc> or() throws Refusal {
        Predicate<Doc> result = and();
        while (take("||")) {
            result = result.or(and());
        }
        return result;
    }

    private Predicate<Doc> and() throws Refusal {
        Predicate<Doc> result = single();
        while (take("&&")) {
            result = result.and(single());
        }
        return result;
    }

    private Predicate<Doc> single() throws Refusal {
        terms++;
        if (terms > MOST_TERMS) {
            throw invalid();
        }
        if (take("!")) {
            return single().negate();
        }
        if (take("(")) {
            Predicate<Doc> inner = or();
            if (!take(")")) {
                throw invalid();
            }
            return inner;
        }
        boolean tag = take("#");
        int start = at;
        while (at < text.length() && isWord(text.charAt(at))) {
            at++;
        }
        if (at == start) {
            throw invalid();
        }
        String word = text.substring(start, at);
        return tag
                ? attribute -> attribute.doc("content").texts("tags").contains(word)
                : attribute -> attribute.doc("content").doc("value").type().equals(word);
    }

    private static boolean isWord(char letter) {
        return Character.isLetterOrDigit(letter) || letter == ':' || letter == '_' || letter == '-';
    }

    private boolean take(String sign) {
        blanks();
        if (text.startsWith(sign, at)) {
            at += sign.length();
            return true;
        }
        return false;
    }

    private void blanks() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }

    private Refusal invalid() {
        return Refusal.unreadable("IQLQuery.queryString:String :: invalid IQL query at character offset " + (at + 1));
    }
}
