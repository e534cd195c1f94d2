package dev.opsdk.bizconnector.model;

import com.fasterxml.jackson.annotation.JacksonAnnotationsInside;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A time that may be missing, as the server writes it. */
@JacksonAnnotationsInside
@JsonSerialize(contentUsing = WireInstant.Writer.class)
@JsonDeserialize(contentUsing = WireInstant.Reader.class)
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.FIELD, ElementType.PARAMETER})
public @interface WireTimeIfAny {}
