package dev.opsdk.core.testkit;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import dev.opsdk.core.internal.Operation;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/**
 * The house's rules, to be read as code. A client's whole test is
 *
 * <pre>{@code
 * @TestFactory
 * Stream<DynamicTest> theHouseRulesHold() {
 *     return HouseRules.tests("dev.opsdk.ccr");
 * }
 * }</pre>
 *
 * <p>The rooms of a client are its root package and {@code model}, {@code assess}, {@code procedure} and {@code internal} below it.
 */
public final class HouseRules {
    private static final Set<String> CLOCKS = Set.of(
            "java.time.Instant",
            "java.time.LocalDate",
            "java.time.LocalDateTime",
            "java.time.ZonedDateTime",
            "java.time.OffsetDateTime",
            "java.time.Clock");

    private HouseRules() {}

    /**
     * All rules of a client as tests.
     *
     * @param base the client's root package
     */
    public static Stream<DynamicTest> tests(String base) {
        JavaClasses imported = classesOf(base);
        return rules(base).stream().map(rule -> DynamicTest.dynamicTest(shortened(rule), () -> rule.check(imported)));
    }

    /**
     * All rules of a client.
     *
     * @param base the client's root package
     */
    public static List<ArchRule> rules(String base) {
        return List.of(
                signaturesShowNoLibrary(base),
                signaturesShowNothingInternal(base),
                modelsUseModelsOnly(base),
                assessmentsUseModelsOnly(base),
                proceduresUseNoInternals(base),
                internalsUseModelsOnly(base),
                clientsDoNotKnowEachOther(base),
                timeIsInjected(base),
                wireMethodsSayWhatTheyDo(base));
    }

    /**
     * The classes of a package and those below it, without tests.
     *
     * @param base the package
     */
    public static JavaClasses classesOf(String base) {
        return new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .withImportOption(location -> !location.contains("-tests.jar"))
                .importPackages(base);
    }

    /** Nothing of Retrofit, Kotlin, Okio or generated code, and of OkHttp only a client or interceptor you may bring. */
    public static ArchRule signaturesShowNoLibrary(String base) {
        return classes()
                .that(areOutside(base + ".internal.."))
                .should(showOnly(
                        "nothing of Retrofit, Kotlin, Okio and generated code, and of OkHttp only OkHttpClient and Interceptor",
                        HouseRules::isALibrarysOwn,
                        JavaModifier.PUBLIC,
                        JavaModifier.PROTECTED))
                .allowEmptyShould(true);
    }

    /** What is internal can change without a word, so nobody may depend on it. */
    public static ArchRule signaturesShowNothingInternal(String base) {
        return classes()
                .that(areOutside(base + ".internal.."))
                .should(showOnly(
                        "nothing internal",
                        type -> type.getPackageName().matches("dev\\.opsdk\\.\\w+\\.internal(\\..*)?"),
                        JavaModifier.PUBLIC))
                .allowEmptyShould(true);
    }

    /** Models are values: no I/O, no client, no verdicts. */
    public static ArchRule modelsUseModelsOnly(String base) {
        return noClasses()
                .that()
                .resideInAPackage(base + ".model..")
                .should()
                .dependOnClassesThat(resideInAnyPackage(
                                base + ".assess..",
                                base + ".procedure..",
                                base + ".internal..",
                                "retrofit2..",
                                "okhttp3..",
                                "java.net.http..",
                                "org.slf4j..")
                        .or(resideInAPackage(base)))
                .as("models use models only")
                .allowEmptyShould(true);
    }

    /** Verdicts are pure functions from models. */
    public static ArchRule assessmentsUseModelsOnly(String base) {
        return noClasses()
                .that()
                .resideInAPackage(base + ".assess..")
                .should()
                .dependOnClassesThat(resideInAnyPackage(
                                base + ".procedure..",
                                base + ".internal..",
                                "retrofit2..",
                                "okhttp3..",
                                "java.io..",
                                "java.net..",
                                "org.slf4j..",
                                "dev.opsdk.core.internal..")
                        .or(resideInAPackage(base)))
                .as("assessments use models only")
                .allowEmptyShould(true);
    }

    /** Procedures call what a person could call. */
    public static ArchRule proceduresUseNoInternals(String base) {
        return noClasses()
                .that()
                .resideInAPackage(base + ".procedure..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(base + ".internal..", "retrofit2..", "okhttp3..")
                .as("procedures use no internals")
                .allowEmptyShould(true);
    }

    /** The wire knows models and the core, and nothing above it. */
    public static ArchRule internalsUseModelsOnly(String base) {
        return noClasses()
                .that()
                .resideInAPackage(base + ".internal..")
                .should()
                .dependOnClassesThat(resideInAnyPackage(base + ".assess..", base + ".procedure..")
                        .or(resideInAPackage(base)))
                .as("internals use models only")
                .allowEmptyShould(true);
    }

    /** A client knows the core and itself. */
    public static ArchRule clientsDoNotKnowEachOther(String base) {
        return noClasses()
                .that()
                .resideInAPackage(base + "..")
                .should()
                .dependOnClassesThat(resideInAPackage("dev.opsdk..")
                        .and(DescribedPredicate.not(resideInAnyPackage(base + "..", "dev.opsdk.core.."))))
                .as("clients do not know each other")
                .allowEmptyShould(true);
    }

    /** Whoever asks a clock of its own, or sleeps, cannot be tested in no time. */
    public static ArchRule timeIsInjected(String base) {
        return noClasses()
                .that()
                .resideInAPackage(base + "..")
                .and()
                .haveNameNotMatching("dev\\.opsdk\\.core\\.TimeSource.*")
                .should()
                .accessTargetWhere(describe("a clock is asked or a thread sleeps", HouseRules::asksAClock))
                .as("time is injected: no own clock, no sleep")
                .allowEmptyShould(true);
    }

    /** A wire method without {@link Operation} would fail at run time only. */
    public static ArchRule wireMethodsSayWhatTheyDo(String base) {
        return methods()
                .that(describe(
                        "are Retrofit methods",
                        method -> method.getAnnotations().stream()
                                .anyMatch(annotation -> annotation
                                        .getRawType()
                                        .getFullName()
                                        .matches("retrofit2\\.http\\.(GET|POST|PUT|DELETE|PATCH|HEAD|OPTIONS|HTTP)"))))
                .should()
                .beAnnotatedWith(Operation.class)
                .as("wire methods in " + base + " say whether they read or change")
                .allowEmptyShould(true);
    }

    private static boolean asksAClock(JavaAccess<?> access) {
        String owner = access.getTarget().getOwner().getFullName();
        String name = access.getTarget().getName();
        return (CLOCKS.contains(owner) && (name.equals("now") || name.startsWith("system")))
                || (owner.equals("java.lang.System") && (name.equals("currentTimeMillis") || name.equals("nanoTime")))
                || (owner.equals("java.lang.Thread") && name.equals("sleep"));
    }

    private static boolean isALibrarysOwn(JavaClass type) {
        String name = type.getFullName();
        return name.startsWith("retrofit2.")
                || name.startsWith("kotlin.")
                || name.startsWith("okio.")
                || (name.startsWith("okhttp3.")
                        && !name.equals("okhttp3.OkHttpClient")
                        && !name.equals("okhttp3.Interceptor"))
                || (name.startsWith("dev.opsdk.") && name.matches(".*[.$]Immutable[A-Z].*"));
    }

    private static DescribedPredicate<JavaClass> areOutside(String internal) {
        return DescribedPredicate.not(resideInAPackage(internal));
    }

    private interface Forbidden {
        boolean test(JavaClass type);
    }

    private static ArchCondition<JavaClass> showOnly(String what, Forbidden forbidden, JavaModifier... visible) {
        return new ArchCondition<>("show in their signatures " + what) {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                if (!canBeSeen(type)) {
                    return;
                }
                Stream.concat(
                                type.getInterfaces().stream().flatMap(each -> each.getAllInvolvedRawTypes().stream()),
                                type.getSuperclass().stream()
                                        .filter(each ->
                                                !each.toErasure().getFullName().contains("Immutable"))
                                        .flatMap(each -> each.getAllInvolvedRawTypes().stream()))
                        .filter(forbidden::test)
                        .forEach(shown -> events.add(SimpleConditionEvent.violated(
                                type, type.getFullName() + " is visibly a " + shown.getFullName())));
                for (JavaMember member : type.getMembers()) {
                    if (isVisible(member, visible)) {
                        shownBy(member).stream()
                                .filter(forbidden::test)
                                .forEach(shown -> events.add(SimpleConditionEvent.violated(
                                        member, member.getFullName() + " shows " + shown.getFullName())));
                    }
                }
            }
        };
    }

    private static boolean canBeSeen(JavaClass type) {
        return !type.isAnonymousClass()
                && type.getModifiers().contains(JavaModifier.PUBLIC)
                && type.getEnclosingClass().map(HouseRules::canBeSeen).orElse(true);
    }

    private static boolean isVisible(JavaMember member, JavaModifier... visible) {
        return !member.getModifiers().contains(JavaModifier.SYNTHETIC)
                && Stream.of(visible).anyMatch(member.getModifiers()::contains);
    }

    private static Set<JavaClass> shownBy(JavaMember member) {
        Set<JavaClass> shown = new HashSet<>();
        if (member instanceof JavaField field) {
            shown.addAll(field.getType().getAllInvolvedRawTypes());
        }
        if (member instanceof JavaCodeUnit unit) {
            shown.addAll(unit.getReturnType().getAllInvolvedRawTypes());
            unit.getParameterTypes().forEach(type -> shown.addAll(type.getAllInvolvedRawTypes()));
            unit.getTypeParameters().forEach(type -> shown.addAll(type.getAllInvolvedRawTypes()));
            shown.addAll(unit.getExceptionTypes());
        }
        return shown;
    }

    private static String shortened(ArchRule rule) {
        String text = rule.getDescription();
        return text.length() > 100 ? text.substring(0, 100) : text;
    }
}
