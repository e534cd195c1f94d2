package dev.opsdk.bizconnector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.opsdk.bizconnector.model.error.ConnectorError;
import dev.opsdk.bizconnector.model.error.ErrorKind;
import dev.opsdk.core.error.AlreadyExistsException;
import dev.opsdk.core.error.ForbiddenException;
import dev.opsdk.core.error.InvalidRequestException;
import dev.opsdk.core.error.NotFoundException;
import dev.opsdk.core.error.OpsException;
import dev.opsdk.core.error.OutcomeUnknownException;
import dev.opsdk.core.error.PreconditionException;
import dev.opsdk.core.error.RejectedException;
import dev.opsdk.core.error.UnauthorizedException;
import dev.opsdk.core.error.UnsupportedException;
import dev.opsdk.core.error.UpstreamFailedException;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Errors mean what their code says, whatever the status. */
class ErrorsTest {
    private static final Map<ErrorKind, Class<? extends OpsException>> READS = Map.ofEntries(
            Map.entry(ErrorKind.OUR_CREDENTIALS, UnauthorizedException.class),
            Map.entry(ErrorKind.OUR_SCOPES, ForbiddenException.class),
            Map.entry(ErrorKind.NOT_FOUND, NotFoundException.class),
            Map.entry(ErrorKind.INVALID_INPUT, InvalidRequestException.class),
            Map.entry(ErrorKind.ALREADY_THERE, AlreadyExistsException.class),
            Map.entry(ErrorKind.BUSINESS_RULE, PreconditionException.class),
            Map.entry(ErrorKind.NOT_READY, PreconditionException.class),
            Map.entry(ErrorKind.SERVER_BUG, RejectedException.class),
            Map.entry(ErrorKind.DATABASE_DOWN, UpstreamFailedException.class),
            Map.entry(ErrorKind.BACKBONE_DOWN, UpstreamFailedException.class),
            Map.entry(ErrorKind.BACKBONE_REFUSED, UpstreamFailedException.class),
            Map.entry(ErrorKind.UNKNOWN, RejectedException.class));

    /** Every recorded error, with what was recorded about it. */
    @TestFactory
    Stream<DynamicTest> everyRecordedErrorGetsItsClass() {
        return Recordings.all().stream()
                .filter(exchange -> exchange.body().has("error"))
                .map(exchange -> DynamicTest.dynamicTest(exchange.file(), () -> check(exchange)));
    }

    private static void check(Recordings.Exchange exchange) {
        String number = exchange.file().substring(0, 3);
        try (Bench bench = new Bench().recorded(number).recorded("005");
                BizConnectorClient connector = bench.client()) {
            OpsException failure = catchThrowableOfType(
                    OpsException.class, () -> connector.account().identityInfo());
            ConnectorError error = ConnectorError.of(failure).orElseThrow();
            assertThat(error.code()).isEqualTo(exchange.body().at("/error/code").asText());
            assertThat(error.status()).isEqualTo(exchange.status());
            assertThat(error.id()).contains(exchange.body().at("/error/id").asText());
            assertThat(error.kind()).isNotEqualTo(ErrorKind.UNKNOWN);
            if (error.kind() == ErrorKind.CLIENT_BUG) {
                assertThat(failure).isInstanceOfAny(UnsupportedException.class, InvalidRequestException.class);
            } else {
                assertThat(failure).isExactlyInstanceOf(READS.get(error.kind()));
            }
            assertThat(failure.getMessage()).contains(error.code());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "error.connector.unauthorized,x,OUR_CREDENTIALS",
        "error.connector.forbidden,x,OUR_SCOPES",
        "error.connector.http.notAcceptable,x,CLIENT_BUG",
        "error.connector.validation.invalidJsonInPayload,x,CLIENT_BUG",
        "error.connector.unexpected,x,SERVER_BUG",
        "error.connector.errorInErrorHandler,x,SERVER_BUG",
        "error.connector.incomingRequests.decidedByAutomation,x,INVALID_INPUT",
        "error.connector.something.new,x,UNKNOWN",
        "error.runtime.recordNotFound,x,NOT_FOUND",
        "error.transport.recordNotFound,x,NOT_FOUND",
        "error.runtime.identityDeletionProcess.noActiveIdentityDeletionProcess,x,NOT_FOUND",
        "error.runtime.messages.fileNotFoundInMessage,x,NOT_FOUND",
        "error.core-types.invalidTruncatedReference,x,INVALID_INPUT",
        "error.runtime.servalError,x,INVALID_INPUT",
        "error.runtime.unknown,Invalid regular expression: /((/,INVALID_INPUT",
        "error.runtime.unknown,Call 'canAccept' first,BUSINESS_RULE",
        "error.runtime.unknown,connect ECONNREFUSED 127.0.0.1:27017,DATABASE_DOWN",
        "error.runtime.unknown,MongoServerSelectionError: timed out,DATABASE_DOWN",
        "error.runtime.unknown,something else,SERVER_BUG",
        "error.runtime.notStarted,x,NOT_READY",
        "error.runtime.startup.noActiveAccount,x,NOT_READY",
        "error.runtime.attributes.hasSuccessor,x,BUSINESS_RULE",
        "error.consumption.requests.peerIsDeleted,x,BUSINESS_RULE",
        "error.transport.relationships.wrongRelationshipStatus,x,BUSINESS_RULE",
        "error.transport.relationships.relationshipCurrentlyExists,x,ALREADY_THERE",
        "error.platform.validation.device.someQuota,x,BACKBONE_REFUSED",
        "error.transport.request.noAuthGrant,x,BACKBONE_DOWN",
        "error.else,x,UNKNOWN"
    })
    void aCodeIsReadByItsPrefix(String code, String message, ErrorKind kind) {
        try (Bench bench = new Bench().error(400, code, message);
                BizConnectorClient connector = bench.client()) {
            OpsException failure = catchThrowableOfType(
                    OpsException.class, () -> connector.account().identityInfo());
            assertThat(ConnectorError.of(failure).orElseThrow().kind()).isEqualTo(kind);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "400,error.runtime.attributes.hasSuccessor,x,false",
        "500,error.connector.unexpected,x,true",
        "500,error.transport.request.unknown,connect ECONNREFUSED 127.0.0.1:8090,false",
        "500,error.transport.request.aborted,timeout of 60000ms exceeded,true",
        "500,error.transport.request.resultUndefined,x,true",
        "500,error.transport.request.noAuthGrant,x,false",
        "503,error.platform.unexpected,x,false",
        "500,error.new.thing,x,true",
        "400,error.new.thing,x,false"
    })
    void aMutationThatBrokeOnTheWayMayHaveHappened(int status, String code, String message, boolean unknown) {
        try (Bench bench = new Bench().error(status, code, message);
                BizConnectorClient connector = bench.client()) {
            OpsException failure = catchThrowableOfType(
                    OpsException.class, () -> connector.files().delete(WireCall.FIL));
            assertThat(failure instanceof OutcomeUnknownException).isEqualTo(unknown);
            assertThat(ConnectorError.of(failure).orElseThrow().code()).isEqualTo(code);
        }
    }

    @Test
    void whatMayWorkLaterIsSaid() {
        assertThat(error("429", "error.platform.unexpected").retryable()).isTrue();
        assertThat(error("403", "error.platform.forbidden").retryable()).isFalse();
        assertThat(error("500", "error.platform.validation.device.someQuota").retryable())
                .isFalse();
        assertThat(error("500", "error.transport.request.unknown").retryable()).isTrue();
        assertThat(error("500", "error.connector.unexpected").retryable()).isFalse();
        assertThat(error("500", "error.connector.unexpected").fault()).isEqualTo(ErrorKind.Fault.CONNECTOR);
    }

    private static ConnectorError error(String status, String code) {
        try (Bench bench = new Bench().error(Integer.parseInt(status), code, "x");
                BizConnectorClient connector = bench.client()) {
            return ConnectorError.of(catchThrowableOfType(
                            OpsException.class, () -> connector.account().syncInfo()))
                    .orElseThrow();
        }
    }
}
