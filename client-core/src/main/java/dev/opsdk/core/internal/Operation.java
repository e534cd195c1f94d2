package dev.opsdk.core.internal;

import dev.opsdk.core.call.Effect;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Stands on every method of a Retrofit interface and says what the call does, whatever its HTTP verb. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Operation {
    /**
     * The server's own word for it.
     *
     * @return the name
     */
    String value();

    /**
     * Whether it may be repeated.
     *
     * @return the effect
     */
    Effect effect();

    /**
     * For reads that make the server ask others.
     *
     * @return true if it is slow
     */
    boolean slow() default false;

    /**
     * For mutations: how to find out whether it happened, as an instruction.
     *
     * @return such as {@code look at job_detail.state}
     */
    String look() default "";
}
