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

package io.github.faultbook.format;

import java.util.ArrayList;
import java.util.List;

import io.github.faultbook.CommonError;
import io.github.faultbook.ConfiguredError;
import io.github.faultbook.ErrorCatalog;
import io.github.faultbook.FaultbookConfigurationException.Finding;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the check that the codes in a template are in the catalog.
 */
class FormatCodesTests {

	private static final String ACTION = "Use a code that clients see, or add the entry to the catalog.";

	@Test
	void codesOfTheCatalogAndOfStatusesAreKnown() {
		assertThat(findings(
				"""
						{
						  "codes": { "conflict": "CLASH", "im_a_teapot": "TEA", "http_499": "GONE" },
						  "body": { "a": { "$lookup code": { "conflict": 1, "*": 2 } }, "$if code|kebab-case in not-acceptable": {} }
						}"""))
			.isEmpty();
	}

	@Test
	void namesOfCodesAreUnknown() {
		assertThat(findings("""
				{
				  "body": { "a": "{code}" },
				  "codes": {
				    "conflict": "CLASH",
				    "conflikt": "CLASH",
				    "stock_exhausted": "EMPTY"
				  }
				}""")).containsExactly(
				new Finding("Format 'house', line 5, column 5", "the catalog has no code 'conflikt'.",
						"Did you mean 'conflict'? " + ACTION),
				new Finding("Format 'house', line 6, column 5", "the catalog has no code 'stock_exhausted'.", ACTION));
	}

	@Test
	void tablesAndConditionsAskForUnknownCodes() {
		assertThat(findings("""
				{
				  "headers": { "X-Code": "{code}" },
				  "body": {
				    "a": { "$lookup code|UPPER_SNAKE": { "CONFLICTS": 1, "*": 2 } },
				    "$if status in 400 and code in nope, conflict": { "b": 1 },
				    "$if not violations": { "c": { "$lookup first.code": { "any": 1 } } }
				  }
				}""")).containsExactly(
				new Finding("Format 'house', line 4, column 42", "the catalog has no code 'CONFLICTS'.",
						"Did you mean 'CONFLICT'? " + ACTION),
				new Finding("Format 'house', line 5, column 5", "the catalog has no code 'nope'.", ACTION));
	}

	@Test
	void codeThatWasReplacedIsUnknown() {
		ErrorCatalog catalog = ErrorCatalog
			.of(List.of(new ConfiguredError("test", "clash", CommonError.CONFLICT.definition(), CommonError.CONFLICT)));
		List<Finding> findings = new ArrayList<>();
		WireFormats.check(ExpectedBodies.FORMATS.compile("house", """
				{ "codes": { "clash": "A", "conflict": "B" }, "body": "{code}" }"""), catalog, findings);
		assertThat(findings).containsExactly(
				new Finding("Format 'house', line 1, column 28", "the catalog has no code 'conflict'.", ACTION));
	}

	@Test
	void presetsNameWhatTheyLike() {
		ErrorCatalog catalog = ErrorCatalog.of(List.of(new ConfiguredError("test", "login_needed",
				CommonError.AUTHENTICATION_REQUIRED.definition(), CommonError.AUTHENTICATION_REQUIRED)));
		List<Finding> findings = new ArrayList<>();
		WireFormats.presets()
			.forEach((name) -> WireFormats.check(ExpectedBodies.FORMATS.preset(name), catalog, findings));
		assertThat(findings).isEmpty();
	}

	private static List<Finding> findings(String template) {
		List<Finding> findings = new ArrayList<>();
		WireFormats.check(ExpectedBodies.FORMATS.compile("house", template), ErrorCatalog.of(List.of()), findings);
		return findings;
	}

}
