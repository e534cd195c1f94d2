package dev.opsdk.bizconnector.model.error;

/** What a failure means, by its error code: the HTTP status may be the Backbone's and says little. */
public enum ErrorKind {
    /** Our key or token is refused. */
    OUR_CREDENTIALS(Fault.OURS),
    /** Our key or token has not the scope. */
    OUR_SCOPES(Fault.OURS),
    /** No such route, or a request that this server cannot read. */
    CLIENT_BUG(Fault.OURS),
    /** What the call acts on does not exist. Some of these have HTTP status 400. */
    NOT_FOUND(Fault.OURS),
    /** Something in the request is wrong. */
    INVALID_INPUT(Fault.OURS),
    /** What is to be made is there already. */
    ALREADY_THERE(Fault.OURS),
    /** The state of a relationship, request or attribute does not allow it. */
    BUSINESS_RULE(Fault.OURS),
    /** The server broke, or a rule was violated for which it has no words. */
    SERVER_BUG(Fault.CONNECTOR),
    /** The server is not started yet. */
    NOT_READY(Fault.CONNECTOR),
    /** The server's database does not answer. */
    DATABASE_DOWN(Fault.CONNECTOR),
    /** The Backbone refuses: credentials of the connector, a quota, a rule. */
    BACKBONE_REFUSED(Fault.BACKBONE),
    /** The Backbone does not answer, or not understandably. */
    BACKBONE_DOWN(Fault.BACKBONE),
    /** A code that this version does not know. */
    UNKNOWN(Fault.UNKNOWN);

    /** Whose fault a failure is. */
    public enum Fault {
        /** The caller's. */
        OURS,
        /** The connector's, or its database's. */
        CONNECTOR,
        /** The Backbone's, or the way's to it. */
        BACKBONE,
        /** Nobody can tell. */
        UNKNOWN
    }

    private final Fault fault;

    ErrorKind(Fault fault) {
        this.fault = fault;
    }

    /** {@return whose fault it is} */
    public Fault fault() {
        return fault;
    }
}
