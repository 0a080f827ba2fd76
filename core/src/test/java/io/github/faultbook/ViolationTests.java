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

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.github.faultbook.Violation.In;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link Violation}.
 */
class ViolationTests {

	@Test
	void attributesAreAddedOneByOne() {
		Violation violation = Violation.of(In.QUERY, "currency", "invalid_choice", "is not one of ours");
		assertThat(violation.with("allowed", List.of("EUR", "GBP")).with("count", 2).with("none", null))
			.isEqualTo(new Violation(List.of("currency"), In.QUERY, "invalid_choice", "is not one of ours",
					Map.of("allowed", List.of("EUR", "GBP"), "count", 2)));
		assertThat(violation.attributes()).isEmpty();
	}

	@Test
	void attributeWithoutAValueIsTakenAway() {
		Violation violation = Violation.of("qty", "out_of_range", "is too small");
		assertThat(violation.with("min", 1).with("min", null)).isEqualTo(violation);
	}

	@Test
	void emptyPathIsTheInputAsAWhole() {
		assertThat(Violation.parsePath("")).isEmpty();
	}

	@Test
	void pathIsSplitAtDotsAndBrackets() {
		assertThat(Violation.parsePath("order.items[0].quantity")).containsExactly("order", "items", 0, "quantity");
	}

	@Test
	void pathMayStartWithAPosition() {
		assertThat(Violation.parsePath("[2][10].name")).containsExactly(2, 10, "name");
	}

	@Test
	void keyInBracketsIsAName() {
		assertThat(Violation.parsePath("prices[EUR].net")).containsExactly("prices", "EUR", "net");
	}

	@Test
	void keyInBracketsMayHoldDots() {
		assertThat(Violation.parsePath("prices[a.b[c]")).containsExactly("prices", "a.b[c");
	}

	@Test
	void emptyBracketsNameNothing() {
		assertThat(Violation.parsePath("tags[].name")).containsExactly("tags", "name");
	}

	@Test
	void numberBeyondAllPositionsIsAName() {
		assertThat(Violation.parsePath("a[999999999][2147483648]")).containsExactly("a", 999999999, "2147483648");
	}

	@Test
	void pathThatIsNotWellFormedIsReadAsFarAsPossible() {
		assertThat(Violation.parsePath("..a[b.c]].d[")).containsExactly("a", "b.c", "]", "d");
	}

	@Test
	void pathOfAMillionBracketsIsReadInOnePass() {
		String path = "prices[" + "[".repeat(1_000_000);
		assertThat(Violation.parsePath(path)).containsExactly("prices");
		assertThat(Violation.parsePath(path + "]")).containsExactly("prices", "[".repeat(1_000_000));
	}

	@Test
	void pathWithoutEndIsCut() {
		assertThat(Violation.parsePath("a".repeat(3) + "[0]".repeat(60_000))).hasSize(1000);
	}

	@Test
	void violationIsInTheBodyUnlessSaidOtherwise() {
		assertThat(Violation.of("items[0]", "required", "is missing"))
			.isEqualTo(new Violation(List.of("items", 0), In.BODY, "required", "is missing", Map.of()));
	}

	@Test
	void violationMayBeInAnyPartOfTheRequest() {
		assertThat(Violation.of(In.HEADER, "X-Tenant", "required", "is missing"))
			.isEqualTo(new Violation(List.of("X-Tenant"), In.HEADER, "required", "is missing", Map.of()));
	}

	@Test
	void namesAndTextsOutliveNewAttributes() {
		Violation violation = Violation.of("a", "required", "is missing")
			.object("order")
			.constraint("NotNull")
			.template("{missing}")
			.translations(Map.of(Locale.GERMAN, "fehlt"));
		assertThat(violation.with("min", 1)).isEqualTo(new Violation(List.of("a"), In.BODY, "required", "is missing",
				Map.of("min", 1), "order", "NotNull", "{missing}", Map.of(Locale.GERMAN, "fehlt")));
		assertThat(violation.object(null).constraint(null).template(null).translations(Map.of()))
			.isEqualTo(Violation.of("a", "required", "is missing"));
	}

	@Test
	void pathHoldsNamesAndPositionsOnly() {
		List<Object> path = List.of("items", 1L);
		assertThatIllegalArgumentException()
			.isThrownBy(() -> new Violation(path, In.BODY, "required", "is missing", Map.of()))
			.withMessage("A path segment must be a String or an Integer, but is a Long");
	}

	@Test
	void pathAndAttributesAreCopied() {
		List<Object> path = new ArrayList<>(List.of("a"));
		Map<String, Object> attributes = new LinkedHashMap<>(Map.of("min", 1));
		Violation violation = new Violation(path, In.BODY, "out_of_range", "is too small", attributes);
		path.clear();
		attributes.clear();
		assertThat(violation)
			.isEqualTo(new Violation(List.of("a"), In.BODY, "out_of_range", "is too small", Map.of("min", 1)));
	}

}
