package dev.opsdk.core.model;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import javax.annotation.processing.Generated;
import org.immutables.value.Value;

/**
 * How models are generated: the generated class stays hidden behind the interface, and no annotation of the generator lands in
 * the class file, where it would be missing from a user's class path.
 */
@Target({ElementType.PACKAGE, ElementType.TYPE})
@Retention(RetentionPolicy.CLASS)
@Value.Style(
        visibility = Value.Style.ImplementationVisibility.PACKAGE,
        overshadowImplementation = true,
        defaults = @Value.Immutable(copy = false),
        jdkOnly = true,
        // a model that has a summary prints as it; the longer form would bury what is looked for
        underrideToString = "summary",
        throwForInvalidImmutableState = IllegalArgumentException.class,
        allowedClasspathAnnotations = {Generated.class})
public @interface OpsdkStyle {}
