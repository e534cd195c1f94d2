package dev.opsdk.core;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import dev.opsdk.core.error.ProcedureException;
import dev.opsdk.core.procedure.Report;
import dev.opsdk.core.testkit.HouseRules;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The core keeps the rules it asks of the clients, and some of its own. */
class HouseTest {
    private static final JavaClasses CORE = HouseRules.classesOf("dev.opsdk.core");

    @TestFactory
    Stream<DynamicTest> theHouseRulesHold() {
        return Stream.of(
                        HouseRules.signaturesShowNoLibrary("dev.opsdk.core"),
                        HouseRules.signaturesShowNothingInternal("dev.opsdk.core"),
                        HouseRules.clientsDoNotKnowEachOther("dev.opsdk.core"),
                        HouseRules.timeIsInjected("dev.opsdk.core"))
                .map(rule -> DynamicTest.dynamicTest(rule.getDescription(), () -> rule.check(CORE)));
    }

    @Test
    void whatSendsKnowsNothingOfProceduresAndWaiting() {
        noClasses()
                .that()
                .resideInAPackage("dev.opsdk.core.internal..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("dev.opsdk.core.procedure..", "dev.opsdk.core.waiting..")
                .check(CORE);
    }

    /** Two are as they should be: an exception names its call while a listener sees exceptions, and one carries a report. */
    @Test
    void packagesHaveNoOtherCyclesThanThoseOfTheExceptions() {
        SlicesRuleDefinition.slices()
                .matching("dev.opsdk.core.(*)..")
                .should()
                .beFreeOfCycles()
                .ignoreDependency(name("dev.opsdk.core.call.Exchange"), resideInAPackage("dev.opsdk.core.error"))
                .ignoreDependency(
                        name("dev.opsdk.core.call.Slf4jExchangeListener"), resideInAPackage("dev.opsdk.core.error"))
                .ignoreDependency(name("dev.opsdk.core.call.AsyncCalls"), resideInAPackage("dev.opsdk.core.error"))
                .ignoreDependency(ProcedureException.class, Report.class)
                .check(CORE);
    }

    /** A rule that never fires holds nothing: this house breaks every one of them. */
    @TestFactory
    Stream<DynamicTest> everyRuleFindsWhatBreaksIt() {
        JavaClasses bad = new ClassFileImporter().importPackages("dev.opsdk.badhouse");
        return HouseRules.rules("dev.opsdk.badhouse").stream()
                .map(rule -> DynamicTest.dynamicTest(
                        rule.getDescription(),
                        () -> assertThat(rule.evaluate(bad).hasViolation()).isTrue()));
    }
}
