package dev.opsdk.bizconnector.model.filter;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each filter has the fields of its list, all of them and no other. */
class FilterFieldsTest {
    static final String PROTECTED = "isOwn createdAt expiresAt createdBy createdByDevice forIdentity passwordProtection"
            + " passwordProtection.password passwordProtection.passwordIsPin passwordProtection.passwordLocationIndicator";

    @ParameterizedTest
    @CsvSource({
        "FileFilter,createdAt createdBy createdByDevice description expiresAt filename filesize mimetype title isOwn tags"
                + " ownershipToken ownershipIsLocked",
        "MessageFilter,isOwn createdBy createdByDevice createdAt content.@type content.body content.bodyFormat content.subject"
                + " attachments recipients.address recipients.relationshipId wasReadAt participant",
        "RelationshipFilter,peer status templateId",
        "TemplateFilter,maxNumberOfAllocations " + FilterFieldsTest.PROTECTED,
        "TokenFilter," + FilterFieldsTest.PROTECTED,
        "ForwardingFilter,peer sourceReference sharedAt deletionInfo deletionInfo.deletionStatus deletionInfo.deletionDate",
        "OwnIdentityAttributeFilter,createdAt wasViewedAt isDefault content.tags content.value.@type onlyLatestVersions",
        "OwnSharedAttributeFilter,@type createdAt wasViewedAt isDefault content.@type content.tags content.key"
                + " content.isTechnical content.confidentiality content.value.@type sourceReference deletionInfo"
                + " deletionInfo.deletionStatus deletionInfo.deletionDate onlyLatestVersions hideTechnical",
        "PeerAttributeFilter,@type createdAt wasViewedAt content.@type content.tags content.key"
                + " content.isTechnical content.confidentiality content.value.@type sourceReference initialAttributePeer"
                + " deletionInfo deletionInfo.deletionStatus deletionInfo.deletionDate onlyLatestVersions hideTechnical",
        "AttributeFilter,@type createdAt succeeds succeededBy wasViewedAt isDefault content.@type content.tags content.owner"
                + " content.key content.isTechnical content.confidentiality content.value.@type peer sourceReference"
                + " initialAttributePeer deletionInfo deletionInfo.deletionStatus deletionInfo.deletionDate",
        "IncomingRequestFilter,wasAutomaticallyDecided " + FilterFieldsTest.REQUEST,
        "OutgoingRequestFilter," + FilterFieldsTest.REQUEST
    })
    void theFieldsAreThoseOfTheContract(String name, String fields) throws Exception {
        Class<?> type = Class.forName(Filter.class.getPackageName() + "." + name);
        Set<String> found = new HashSet<>();
        for (Method method : methods(type).toList()) {
            Filter<?> filter = (Filter<?>) type.getConstructor().newInstance();
            ask(filter, method);
            found.addAll(filter.parameters().keySet());
        }
        assertThat(found).containsExactlyInAnyOrder(fields.split(" ", -1));
    }

    static final String REQUEST = "id peer createdAt status content.expiresAt content.items.@type source.type"
            + " source.reference response.createdAt response.source.type response.source.reference response.content.result"
            + " response.content.items.@type response.content.items.items.@type";

    private static Stream<Method> methods(Class<?> type) {
        return Arrays.stream(type.getMethods())
                .filter(method -> !Modifier.isStatic(method.getModifiers()) && !method.isBridge())
                .filter(method -> method.getDeclaringClass() != Object.class)
                .filter(method -> !Set.of("parameters", "toString").contains(method.getName()));
    }

    private static void ask(Filter<?> filter, Method method) throws ReflectiveOperationException {
        Object[] arguments = Arrays.stream(method.getParameterTypes())
                .map(FilterFieldsTest::argument)
                .toArray();
        Object field = method.invoke(filter, arguments);
        if (field instanceof Filter<?>) {
            return;
        }
        if (field instanceof Field<?> named) {
            named.put("x");
        } else if (field instanceof FlagField<?> flag) {
            flag.is(true);
        } else if (field instanceof MarkField<?> mark) {
            mark.is(true);
        } else if (field instanceof AttachmentsField attachments) {
            attachments.some();
        } else {
            ((ParticipantField) field).is("did:e:localhost:dids:cf4857bdf1a5a6d5715252");
        }
    }

    private static Object argument(Class<?> type) {
        if (type == boolean.class) {
            return true;
        }
        return type.getSimpleName().equals("Secret")
                ? dev.opsdk.core.Secret.of("x")
                : dev.opsdk.bizconnector.model.PasswordLocation.of(50);
    }
}
