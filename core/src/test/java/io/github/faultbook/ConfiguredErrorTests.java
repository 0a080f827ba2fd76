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

package io.github.faultbook;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.github.faultbook.FaultbookConfigurationException.Finding;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link ConfiguredError} and its use in a catalog.
 */
class ConfiguredErrorTests {

	private static final ErrorCode LOGIN = replacing(CommonError.AUTHENTICATION_REQUIRED, "UNAUTHENTICATED",
			ErrorDefinition.of(401, "Log in first."));

	@Test
	void takesThePlaceOfTheEntryItReplaces() {
		List<ErrorCode> expected = new ArrayList<>(List.of(CommonError.values()));
		expected.set(expected.indexOf(CommonError.AUTHENTICATION_REQUIRED), LOGIN);
		assertThat(ErrorCatalog.of(List.of(LOGIN)).entries()).containsExactlyElementsOf(expected);
	}

	@Test
	void isFoundByBothCodes() {
		ErrorCatalog catalog = ErrorCatalog.of(List.of(LOGIN));
		assertThat(catalog.get("UNAUTHENTICATED")).isSameAs(LOGIN);
		assertThat(catalog.get("authentication_required")).isSameAs(LOGIN);
	}

	@Test
	void codeThatIsFreeAgainIsThatOfItsNewOwner() {
		ErrorCode conflict = replacing(CommonError.CONFLICT, "resource_gone", ErrorDefinition.of(409, "Conflict."));
		ErrorCode gone = replacing(CommonError.RESOURCE_GONE, "conflict", ErrorDefinition.of(410, "Gone."));
		ErrorCatalog catalog = ErrorCatalog.of(List.of(conflict, gone));
		assertThat(catalog.get("conflict")).isSameAs(gone);
		assertThat(catalog.configured(CommonError.CONFLICT)).isSameAs(conflict);
		assertThat(catalog.configured(CommonError.RESOURCE_GONE)).isSameAs(gone);
		assertThat(catalog.configured(gone)).isSameAs(gone);
		assertThat(catalog.configured(conflict)).isSameAs(conflict);
	}

	@Test
	void unknownCodeCannotBeThrown() {
		assertThatIllegalArgumentException().isThrownBy(() -> ErrorCatalog.of(List.of()).get("no_such_code"))
			.withMessage("The catalog has no code 'no_such_code'");
	}

	@Test
	void standsForTheStatusOfTheEntryItReplaces() {
		assertThat(ErrorCatalog.of(List.of(LOGIN)).forStatus(401)).isSameAs(LOGIN);
	}

	@Test
	void newEntryStandsForTheStatusThatItsCodeNames() {
		ErrorCode locked = new ConfiguredError("test", "locked", ErrorDefinition.of(423, "Locked away."), null);
		ErrorCode timeout = new ConfiguredError("test", "request_timeout", ErrorDefinition.of(503, "Slow."), null);
		ErrorCatalog catalog = ErrorCatalog.of(List.of(locked, timeout));
		assertThat(catalog.forStatus(423)).isSameAs(locked);
		assertThat(catalog.forStatus(408).definition().message()).isEqualTo("Request Timeout.");
	}

	@Test
	void entryThatIsNotReplacedStaysAsItIs() {
		assertThat(ErrorCatalog.of(List.of(LOGIN)).configured(CommonError.CONFLICT)).isSameAs(CommonError.CONFLICT);
		assertThat(ErrorCatalog.of(List.of()).configured(CommonError.CONFLICT)).isSameAs(CommonError.CONFLICT);
	}

	@Test
	void errorHasTheValuesOfTheEntryThatReplacesItsOwn() {
		ErrorCatalog catalog = ErrorCatalog.of(List.of(replacing(CommonError.SERVICE_UNAVAILABLE, "down",
				ErrorDefinition.of(503, "Down.").retry(Retry.ALWAYS, Duration.ofSeconds(5)))));
		ApiError error = catalog.configured(ApiError.of(CommonError.SERVICE_UNAVAILABLE));
		assertThat(error.code()).isEqualTo("down");
		assertThat(error.message()).isEqualTo("Down.");
		assertThat(error.title()).isEqualTo("Service unavailable");
		assertThat(error.retryAfterSeconds()).isEqualTo(5);
		assertThat(error.hasOwnMessage()).isFalse();
	}

	@Test
	void errorKeepsWhatItBrought() {
		ApiError error = ErrorCatalog.of(List.of(LOGIN))
			.configured(ApiError.builder(CommonError.AUTHENTICATION_REQUIRED)
				.status(403)
				.title("Own title")
				.message("Own message.")
				.fact("realm", "shop")
				.header("X-Own", "1")
				.retryAfter(Duration.ofSeconds(3))
				.violations(List.of(Violation.of("name", "required", "is required")))
				.build());
		assertThat(error).usingRecursiveComparison()
			.isEqualTo(ApiError.builder(LOGIN)
				.status(403)
				.title("Own title")
				.message("Own message.")
				.fact("realm", "shop")
				.header("X-Own", "1")
				.retryAfter(Duration.ofSeconds(3))
				.violations(List.of(Violation.of("name", "required", "is required")))
				.build());
	}

	@Test
	void deprecatedEntryNamesTheNewCodeOfItsSuccessor() {
		ErrorCode old = new ConfiguredError("test", "old",
				ErrorDefinition.of(401, "Old.").deprecated("2", "authentication_required"), null);
		ErrorCatalog catalog = ErrorCatalog.of(List.of(old, LOGIN));
		ErrorCode configured = catalog.get("old");
		assertThat(configured.definition())
			.isEqualTo(ErrorDefinition.of(401, "Old.").deprecated("2", "UNAUTHENTICATED"));
		assertThat(configured.declared()).isSameAs(old);
		assertThat(catalog.configured(old)).isSameAs(configured);
	}

	@Test
	void declaredEntryCanBeComparedWithItsConstant() {
		assertThat(LOGIN.declared()).isSameAs(CommonError.AUTHENTICATION_REQUIRED);
		assertThat(CommonError.CONFLICT.declared()).isSameAs(CommonError.CONFLICT);
	}

	@Test
	void typeAndFactsOfTheEntryTakeThePlaceOfThoseOfTheDeclaredOne() {
		ErrorCode declared = new ConfiguredError("test", "late",
				ErrorDefinition.of(409, "Late.").type(URI.create("/old")).fact("phone", "1").fact("desk", "A"), null);
		ErrorCode configured = new ConfiguredError("test", "late",
				ErrorDefinition.of(409, "Call {phone}.").type(URI.create("/new")).fact("phone", "2"), declared);
		ErrorCatalog catalog = ErrorCatalog.of(List.of(declared, configured));
		ApiError error = catalog.configured(ApiError.builder(declared).fact("id", 7).build());
		assertThat(error.type()).isEqualTo(URI.create("/new"));
		assertThat(error.message()).isEqualTo("Call 2.");
		assertThat(error.facts()).isEqualTo(Map.of("phone", "2", "id", 7));
	}

	@Test
	void typeAndFactsOfTheOccurrenceStay() {
		ErrorCode declared = new ConfiguredError("test", "late", ErrorDefinition.of(409, "Late.").fact("desk", "A"),
				null);
		ErrorCode configured = new ConfiguredError("test", "late",
				ErrorDefinition.of(409, "Late.").type(URI.create("/new")).fact("desk", "B"), declared);
		ApiError error = ErrorCatalog.of(List.of(declared, configured))
			.configured(ApiError.builder(declared).fact("desk", "C").type(URI.create("/mine")).build());
		assertThat(error.type()).isEqualTo(URI.create("/mine"));
		assertThat(error.facts()).isEqualTo(Map.of("desk", "C"));
	}

	@Test
	void newEntryIsDeclaredByTheConfiguration() {
		ErrorCode entry = new ConfiguredError("test", "shop.sold-out", ErrorDefinition.of(410, "Sold out."), null);
		assertThat(entry.declared()).isSameAs(entry);
	}

	@Test
	void codeMayHaveAnySafeForm() {
		assertThat(
				findings(replacing(CommonError.CONFLICT, "com.example.CONFLICT-1", CommonError.CONFLICT.definition())))
			.isEmpty();
	}

	@Test
	void codeIsNotSafe() {
		assertThat(findings(replacing(CommonError.CONFLICT, "a conflict", CommonError.CONFLICT.definition())))
			.containsExactly(new Finding("faultbook.errors.conflict", "the code 'a conflict' is not valid.",
					"Use letters, digits, dots, hyphens and underscores."));
	}

	@Test
	void newCodeIsTaken() {
		assertThat(findings(replacing(CommonError.CONFLICT, "invalid_request", CommonError.CONFLICT.definition())))
			.containsExactly(new Finding("faultbook.errors.conflict",
					"the code 'invalid_request' is taken by io.github.faultbook.CommonError.INVALID_REQUEST.",
					"Give one of them another code: clients tell errors apart by it."));
	}

	@Test
	void declaredCodeOfAReplacedEntryIsNotFree() {
		assertThat(findings(replacing(CommonError.CONFLICT, "clash", CommonError.CONFLICT.definition()), Shop.CONFLICT))
			.containsExactly(new Finding(Shop.class.getName() + ".CONFLICT",
					"the code 'conflict' is taken by io.github.faultbook.CommonError.CONFLICT.",
					"Give one of them another code: clients tell errors apart by it."));
	}

	@Test
	void newMessageUsesAnUndeclaredParameter() {
		assertThat(
				findings(replacing(CommonError.CONFLICT, "conflict", ErrorDefinition.of(409, "No {thing} for you."))))
			.containsExactly(new Finding("faultbook.errors.conflict",
					"the message uses {thing}, which is not a declared parameter.",
					"Declare it under 'parameters' or 'facts', or correct the name."));
	}

	private static ErrorCode replacing(ErrorCode original, String code, ErrorDefinition definition) {
		return new ConfiguredError("faultbook.errors." + original.code(), code, definition, original);
	}

	private static List<Finding> findings(ErrorCode... entries) {
		List<Finding> findings = new ArrayList<>();
		ErrorCatalog.of(List.of(entries), findings);
		return findings;
	}

	private enum Shop implements ErrorCode {

		CONFLICT;

		@Override
		public ErrorDefinition definition() {
			return ErrorDefinition.of(409, "Conflict.");
		}

	}

}
