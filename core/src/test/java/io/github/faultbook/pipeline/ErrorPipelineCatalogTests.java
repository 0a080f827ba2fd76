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

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import io.github.faultbook.ApiError;
import io.github.faultbook.ApiException;
import io.github.faultbook.CommonError;
import io.github.faultbook.ConfiguredError;
import io.github.faultbook.ErrorCatalog;
import io.github.faultbook.ErrorCode;
import io.github.faultbook.ErrorDefinition;
import io.github.faultbook.ErrorRequest;
import io.github.faultbook.Violation;
import io.github.faultbook.format.WireFormat;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for entries that the configuration has replaced, in an {@link ErrorPipeline}.
 */
class ErrorPipelineCatalogTests {

	private static final String CLASH = """
			409 {"code":"CLASH","title":"Conflict","message":"Somebody was faster."}""";

	private final List<ErrorEvent> events = new ArrayList<>();

	private final TestRequest request = new TestRequest();

	@Test
	void thrownEntryIsReplaced() {
		assertThat(text(pipeline().build().handle(new ApiException(CommonError.CONFLICT), this.request)))
			.isEqualTo(CLASH);
		assertThat(this.events).singleElement().extracting((event) -> event.error().code()).isEqualTo("CLASH");
	}

	@Test
	void statusIsAnsweredWithTheReplacement() {
		assertThat(text(pipeline().build().handle(409, this.request))).isEqualTo(CLASH);
	}

	@Test
	void customizerSeesTheReplacementAndMayNameADeclaredEntry() {
		List<String> seen = new ArrayList<>();
		ErrorPipeline pipeline = pipeline().customizers(List.of((error, exception, request) -> {
			seen.add(error.code());
			return ApiError.of(CommonError.CONFLICT);
		})).build();
		assertThat(text(pipeline.handle(ApiError.of(CommonError.VALIDATION_ERROR), this.request))).isEqualTo(CLASH);
		assertThat(seen).containsExactly("INVALID");
	}

	@Test
	void ownMessageIsKept() {
		assertThat(
				text(pipeline().build().handle(new ApiException(CommonError.CONFLICT).message("Taken."), this.request)))
			.isEqualTo("""
					409 {"code":"CLASH","title":"Conflict","message":"Taken."}""");
	}

	@Test
	void validationKeepsItsStatus() {
		ApiException invalid = new ApiException(CommonError.VALIDATION_ERROR)
			.violation(Violation.of("name", "required", "is required"));
		assertThat(text(pipeline().validationStatus(422).build().handle(invalid, this.request))).isEqualTo("""
				422 {"code":"INVALID","title":"Validation failed","message":"No.","violations":[{"path":"name",\
				"code":"required","message":"is required"}]}""");
	}

	@Test
	void textsAreTranslatedUnderTheDeclaredCode() {
		List<String> keys = new ArrayList<>();
		ErrorPipeline pipeline = pipeline().messages((key, locale) -> {
			keys.add(key);
			return null;
		}).build();
		pipeline.handle(409, new TestRequest(Locale.GERMAN));
		assertThat(keys).containsExactly("faultbook.conflict.title", "faultbook.conflict.message");
	}

	@Test
	void bundledTranslationIsThatOfABuiltInTextOnly() {
		ErrorTexts texts = new ErrorTexts(ErrorMessages.NONE);
		ErrorCode worded = replacing(CommonError.CONFLICT, "conflict", "Somebody was faster.");
		assertThat(texts.find(worded, "message", Locale.GERMAN)).isNull();
		assertThat(texts.find(worded, "title", Locale.GERMAN))
			.isEqualTo(texts.find(CommonError.CONFLICT, "title", Locale.GERMAN));
		ErrorCode coded = new ConfiguredError("test", "CLASH", CommonError.CONFLICT.definition(), CommonError.CONFLICT);
		assertThat(List.of("title", "message", "cause", "solution"))
			.allSatisfy((part) -> assertThat(texts.find(coded, part, Locale.GERMAN))
				.isEqualTo(texts.find(CommonError.CONFLICT, part, Locale.GERMAN)));
	}

	@Test
	void errorThatCannotBeWrittenIsTheReplacement() {
		WireFormat failing = new WireFormat() {

			@Override
			public String name() {
				return "failing";
			}

			@Override
			public byte[] write(ApiError error, ErrorRequest request) {
				if (error.status() != 500) {
					throw new IllegalStateException("broken");
				}
				return Answers.FORMAT.write(error, request);
			}

		};
		ErrorPipeline pipeline = ErrorPipeline.builder(catalog(), (request) -> failing, JsonMapper.shared()).build();
		assertThat(text(pipeline.handle(409, this.request))).isEqualTo("""
				500 {"code":"INTERNAL","title":"Internal server error","message":"Sorry."}""");
	}

	private ErrorPipelineBuilder pipeline() {
		return ErrorPipeline.builder(catalog(), (request) -> Answers.FORMAT, JsonMapper.shared())
			.listeners(List.of(this.events::add));
	}

	private static String text(ErrorReply reply) {
		return Answers.text(reply);
	}

	private static ErrorCatalog catalog() {
		return ErrorCatalog.of(List.of(replacing(CommonError.CONFLICT, "CLASH", "Somebody was faster."),
				replacing(CommonError.INTERNAL_SERVER_ERROR, "INTERNAL", "Sorry."),
				replacing(CommonError.VALIDATION_ERROR, "INVALID", "No.")));
	}

	private static ErrorCode replacing(CommonError original, String code, String message) {
		ErrorDefinition definition = ErrorDefinition.of(original.definition().status(), message);
		return new ConfiguredError("test", code,
				(original == CommonError.VALIDATION_ERROR) ? definition.title("Validation failed") : definition,
				original);
	}

}
