package dev.opsdk.ccr.model;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import javax.annotation.processing.Generated;
import org.immutables.value.Value;

/**
 * The house style of models, and two things more: a model that has a {@code summary()} prints as that, and a request that lacks
 * something is refused like any other bad argument.
 */
@Target({ElementType.PACKAGE, ElementType.TYPE})
@Retention(RetentionPolicy.CLASS)
@Value.Style(
        visibility = Value.Style.ImplementationVisibility.PACKAGE,
        overshadowImplementation = true,
        defaults = @Value.Immutable(copy = false),
        jdkOnly = true,
        underrideToString = "summary",
        throwForInvalidImmutableState = IllegalArgumentException.class,
        allowedClasspathAnnotations = {Generated.class})
@interface ModelStyle {}
