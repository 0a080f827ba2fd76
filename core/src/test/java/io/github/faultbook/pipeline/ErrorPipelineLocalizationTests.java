/*
 * Copyright 2026-present the original author or authors.
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *      https://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */

package io.github.faultbook.pipeline;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;

import io.github.faultbook.ApiError;
import io.github.faultbook.ApiException;
import io.github.faultbook.CommonError;
import io.github.faultbook.Violation;
import io.github.faultbook.format.WireFormat;
import io.github.faultbook.format.WireFormats;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the languages in which an {@link ErrorPipeline} answers.
 */
class ErrorPipelineLocalizationTests {

	private final Answers answers = new Answers();

	@Test
	void titleAndMessageAreThoseOfTheLanguage() {
		ErrorReply reply = handle(new ApiException(CommonError.CONFLICT).with("id", 7),
				Map.of("faultbook.conflict.title", "Konflikt", "faultbook.conflict.message", "{id} ist vergeben."));
		assertThat(Answers.text(reply)).isEqualTo("409 {\"code\":\"conflict\",\"title\":\"Konflikt\","
				+ "\"message\":\"7 ist vergeben.\",\"facts\":{\"id\":7}}");
		assertThat(reply.headers()).containsEntry("Content-Language", List.of("de-CH"));
	}

	@Test
	void valueThatLooksLikeAParameterIsInert() {
		handle(new ApiException(CommonError.CONFLICT).with("id", "{other}").with("other", "x"),
				Map.of("faultbook.conflict.message", "{id} ist vergeben."));
		assertThat(this.answers.event().error().message()).isEqualTo("{other} ist vergeben.");
	}

	@Test
	void textWithoutTranslationStays() {
		ErrorReply reply = this.answers.pipeline()
			.messages((key, locale) -> null)
			.build()
			.handle(new ApiException(CommonError.CONFLICT), new TestRequest(Locale.JAPANESE));
		assertThat(this.answers.event().error()).usingRecursiveComparison()
			.isEqualTo(ApiError.of(CommonError.CONFLICT));
		assertThat(reply.headers()).doesNotContainKey("Content-Language");
	}

	@Test
	void formatMayWriteSeveralLanguages() {
		assertThat(inSeveralLanguages(new ApiException(CommonError.CONFLICT))).isEqualTo("""
				{"title":"Conflit","fr":"Conflit","de":"Konflikt","at":"Konflikt de-AT","it":"Conflict",\
				"message":"Vergeben. de"}""");
		assertThat(this.answers.event().failures()).isEmpty();
	}

	@Test
	void ownTextsAreTheSameInAllLanguages() {
		ApiError error = ApiError.builder(CommonError.CONFLICT).title("Seat taken").message("7 is taken.").build();
		assertThat(inSeveralLanguages(new ApiException(error.errorCode()).message("7 is taken.")))
			.endsWith("\"it\":\"Conflict\",\"message\":\"7 is taken.\"}");
		assertThat(Answers.text(severalLanguages().handle(error, new TestRequest(Locale.FRENCH)))).isEqualTo("""
				409 {"title":"Seat taken","fr":"Seat taken","de":"Seat taken","at":"Seat taken","it":"Seat taken",\
				"message":"7 is taken."}""");
	}

	@Test
	void allLanguagesAreBoundAndSayWhatIsOmitted() {
		WireFormat format = new WireFormats(JsonMapper.shared(), null).compile("house",
				"{\"body\":[\"{title.de}\",\"{message.de}\",\"{message.es}\"]}");
		ErrorPipeline pipeline = this.answers.pipeline(format).limits(new ErrorLimits(1, 16, 100)).build();
		Violation violation = Violation.of("a", "required", "is required");
		assertThat(Answers.text(pipeline.handle(
				new ApiException(CommonError.VALIDATION_ERROR).violation(violation).violation(violation),
				new TestRequest())))
			.isEqualTo("400 [\"Validierung feh…\",\"Die Anfrage ent… Die ersten 1 von 2 sind aufgeführt.\","
					+ "\"La solicitud co… Errores mostrados: 1 de 2.\"]");
	}

	private String inSeveralLanguages(Throwable exception) {
		return new String(severalLanguages().handle(exception, new TestRequest(Locale.FRENCH)).body(),
				StandardCharsets.UTF_8);
	}

	private ErrorPipeline severalLanguages() {
		WireFormat format = new WireFormats(JsonMapper.shared(), null).compile("house", """
				{
				  "body": { "title": "{title}", "fr": "{title.fr}", "de": "{title.de}", "at": "{title.de-AT}",
				            "it": "{title.it}", "message": "{message.de}" }
				}""");
		Map<String, String> texts = Map.of("title fr", "Conflit", "title de", "Konflikt", "title de-AT",
				"Konflikt de-AT", "message de", "Vergeben. de");
		return this.answers.pipeline(format).messages((key, locale) -> {
			String text = texts.get(key.replace("faultbook.conflict.", "") + " " + locale.toLanguageTag());
			return (text != null) ? new ErrorMessages.Text(text, locale) : null;
		}).build();
	}

	@Test
	void ownMessageIsNotTranslated() {
		ErrorReply reply = handle(new ApiException(CommonError.CONFLICT).message("Taken."),
				Map.of("faultbook.conflict.title", "Konflikt", "faultbook.conflict.message", "Vergeben."));
		assertThat(Answers.text(reply))
			.isEqualTo("409 {\"code\":\"conflict\",\"title\":\"Konflikt\",\"message\":\"Taken.\"}");
		assertThat(reply.headers()).doesNotContainKey("Content-Language");
	}

	@Test
	void translatedMessageIsStillThatOfTheCatalog() {
		handle(new ApiException(CommonError.CONFLICT), Map.of("faultbook.conflict.message", "Vergeben."));
		assertThat(this.answers.event().error().message()).isEqualTo("Vergeben.");
		assertThat(this.answers.event().error().hasOwnMessage()).isFalse();
	}

	@Test
	void ownTitleIsNotTranslated() {
		ApiError error = ApiError.builder(CommonError.CONFLICT).title("Seat taken").build();
		ErrorReply reply = this.answers.pipeline()
			.build()
			.handle(error.toBuilder().status(423).build(), new TestRequest(Locale.GERMAN));
		assertThat(Answers.text(reply)).contains("\"title\":\"Seat taken\"").doesNotContain("The request");
	}

	@Test
	void languageIsSentEvenIfTheTranslationReadsLikeTheOriginal() {
		String original = CommonError.CONFLICT.definition().message();
		assertThat(handle(new ApiException(CommonError.CONFLICT), Map.of("faultbook.conflict.message", original))
			.headers()).containsEntry("Content-Language", List.of("de-CH"));
	}

	@Test
	void languageOfTheExceptionIsKept() {
		assertThat(handle(new ApiException(CommonError.CONFLICT).header("content-language", "gsw"),
				Map.of("faultbook.conflict.message", "Vergeben."))
			.headers()).containsEntry("Content-Language", List.of("gsw"));
	}

	@Test
	void statusOfValidationAloneIsNoTranslation() {
		ErrorPipeline pipeline = this.answers.pipeline().validationStatus(422).messages((key, locale) -> null).build();
		assertThat(pipeline.handle(new ApiException(CommonError.VALIDATION_ERROR), new TestRequest()).headers())
			.doesNotContainKey("Content-Language");
	}

	@Test
	void requestWithoutLanguageLeavesTheBuiltInText() {
		ErrorPipeline pipeline = this.answers.pipeline()
			.messages((key, locale) -> new ErrorMessages.Text("Texte " + locale.getLanguage(), locale))
			.build();
		pipeline.handle(409, new TestRequest(null));
		ErrorEvent event = this.answers.event();
		assertThat(event.error()).usingRecursiveComparison().isEqualTo(ApiError.of(CommonError.CONFLICT));
		assertThat(event.failures()).singleElement().isInstanceOf(NullPointerException.class);
	}

	@Test
	void builtInTextIsThatOfTheLanguage() {
		ErrorReply reply = this.answers.pipeline()
			.build()
			.handle(new ApiException(CommonError.CONFLICT), new TestRequest(Locale.forLanguageTag("pt-BR")));
		assertThat(Answers.text(reply)).isEqualTo("409 {\"code\":\"conflict\",\"title\":\"Conflito\","
				+ "\"message\":\"A solicitação entra em conflito com o estado atual do recurso.\"}");
		assertThat(reply.headers()).containsEntry("Content-Language", List.of("pt"));
	}

	@Test
	void textInAnUnknownLanguageHasNoHeader() {
		ErrorReply reply = this.answers.pipeline()
			.messages((key, locale) -> new ErrorMessages.Text("Texte", null))
			.build()
			.handle(409, new TestRequest(Locale.GERMAN));
		assertThat(Answers.text(reply))
			.isEqualTo("409 {\"code\":\"conflict\",\"title\":\"Texte\",\"message\":\"Texte\"}");
		assertThat(reply.headers()).doesNotContainKey("Content-Language");
	}

	@Test
	void languageIsThatOfTheMessage() {
		ErrorReply reply = this.answers.pipeline()
			.build()
			.handle(new ApiException(CommonError.VALIDATION_ERROR).message("Wrong.")
				.violation("name", "required", "ist erforderlich"), new TestRequest(Locale.GERMAN));
		assertThat(Answers.text(reply)).isEqualTo("400 {\"code\":\"validation_error\","
				+ "\"title\":\"Validierung fehlgeschlagen\",\"message\":\"Wrong.\",\"violations\":[{\"path\":\"name\","
				+ "\"code\":\"required\",\"message\":\"ist erforderlich\"}]}");
		assertThat(reply.headers()).doesNotContainKey("Content-Language");
	}

	@Test
	void languageOfAMessageThatACustomizerReplacedIsNotSent() {
		assertThat(customized((error) -> error.toBuilder().message("Pech gehabt.").build()))
			.doesNotContainKey("Content-Language");
	}

	@Test
	void languageThatACustomizerNamesIsSent() {
		assertThat(customized((error) -> error.toBuilder()
			.message("Tough luck.")
			.headers(Map.of("content-language", List.of("en")))
			.build())).containsEntry("Content-Language", List.of("en"));
	}

	@Test
	void languageOfAMessageThatCustomizersLeaveIsSent() {
		assertThat(customized((error) -> error.toBuilder().fact("region", "eu").build()))
			.containsEntry("Content-Language", List.of("de"));
	}

	private Map<String, List<String>> customized(UnaryOperator<ApiError> customizer) {
		return this.answers.pipeline()
			.customizers(List.of((error, exception, request) -> customizer.apply(error)))
			.build()
			.handle(409, new TestRequest(Locale.GERMAN))
			.headers();
	}

	@Test
	void violationsThatAreLeftOutAreCountedInTheLanguage() {
		assertThat(omitting(ErrorMessages.NONE, Locale.GERMAN))
			.isEqualTo("Die Anfrage enthält ungültige Felder. " + "Die ersten 2 von 3 sind aufgeführt.");
	}

	@Test
	void violationsThatAreLeftOutAreCountedEvenIfTranslationsFail() {
		IllegalStateException failure = new IllegalStateException();
		assertThat(omitting((key, locale) -> {
			throw failure;
		}, Locale.GERMAN)).isEqualTo("The request contains invalid fields. The first 2 of 3 are listed.");
		assertThat(this.answers.event().failures()).containsExactly(failure, failure);
	}

	private String omitting(ErrorMessages messages, Locale locale) {
		this.answers.pipeline()
			.messages(messages)
			.limits(new ErrorLimits(2, 2000, 100))
			.build()
			.handle(new ApiException(CommonError.VALIDATION_ERROR).violation("a", "required", "fehlt")
				.violation("b", "required", "fehlt")
				.violation("c", "required", "fehlt"), new TestRequest(locale));
		return this.answers.event().error().message();
	}

	private ErrorReply handle(ApiException fault, Map<String, String> texts) {
		Locale swiss = Locale.forLanguageTag("de-CH");
		return this.answers.pipeline()
			.messages((key, locale) -> (locale.equals(swiss) && texts.containsKey(key))
					? new ErrorMessages.Text(texts.get(key), locale) : null)
			.build()
			.handle(fault, new TestRequest(swiss));
	}

}
