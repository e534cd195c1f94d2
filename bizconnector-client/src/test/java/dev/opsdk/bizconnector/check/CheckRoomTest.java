package dev.opsdk.bizconnector.check;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import dev.opsdk.core.testkit.HouseRules;
import org.junit.jupiter.api.Test;

class CheckRoomTest {
    private static final String BASE = "dev.opsdk.bizconnector";

    @Test
    void verdictsArePureTimeIsInjectedAndChecksCallWhatAPersonCouldCall() {
        JavaClasses classes = HouseRules.classesOf(BASE);
        HouseRules.assessmentsUseModelsOnly(BASE).check(classes);
        HouseRules.timeIsInjected(BASE).check(classes);
        HouseRules.signaturesShowNoLibrary(BASE).check(classes);
        HouseRules.signaturesShowNothingInternal(BASE).check(classes);
        noClasses()
                .that()
                .resideInAPackage(BASE + ".check..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(BASE + ".internal..", "retrofit2..", "okhttp3..")
                .check(classes);
    }
}
