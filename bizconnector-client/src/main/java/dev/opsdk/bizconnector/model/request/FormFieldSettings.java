package dev.opsdk.bizconnector.model.request;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.opsdk.bizconnector.model.TaggedDecoder;
import dev.opsdk.bizconnector.model.Typed;
import java.util.Map;

/** What can be entered into a form field. */
@JsonDeserialize(using = FormFieldSettings.Decoder.class)
public sealed interface FormFieldSettings extends Typed
        permits StringFormFieldSettings,
                IntegerFormFieldSettings,
                DoubleFormFieldSettings,
                BooleanFormFieldSettings,
                DateFormFieldSettings,
                SelectionFormFieldSettings,
                RatingFormFieldSettings,
                UnknownFormFieldSettings {
    /** Reads one by its {@code @type}; what this version does not know becomes an {@link UnknownFormFieldSettings}. */
    final class Decoder extends TaggedDecoder<FormFieldSettings> {
        Decoder() {
            super(
                    Map.ofEntries(
                            Map.entry("StringFormFieldSettings", StringFormFieldSettings.class),
                            Map.entry("IntegerFormFieldSettings", IntegerFormFieldSettings.class),
                            Map.entry("DoubleFormFieldSettings", DoubleFormFieldSettings.class),
                            Map.entry("BooleanFormFieldSettings", BooleanFormFieldSettings.class),
                            Map.entry("DateFormFieldSettings", DateFormFieldSettings.class),
                            Map.entry("SelectionFormFieldSettings", SelectionFormFieldSettings.class),
                            Map.entry("RatingFormFieldSettings", RatingFormFieldSettings.class)),
                    UnknownFormFieldSettings::new);
        }
    }
}
