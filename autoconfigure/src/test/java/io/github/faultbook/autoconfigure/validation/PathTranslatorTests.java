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

package io.github.faultbook.autoconfigure.validation;

import java.lang.reflect.Type;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.annotation.JsonValue;
import io.github.faultbook.Violation.In;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.web.bind.annotation.BindParam;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link PathTranslator}, {@link InputOrder} and {@link ClientNames}.
 */
class PathTranslatorTests {

	private final ClientNames names = new ClientNames(JsonMapper.shared());

	@Test
	void annotatedPropertyHasItsJsonName() {
		assertThat(translate(Person.class, "firstName")).containsExactly("first_name");
	}

	@Test
	void otherPropertyKeepsItsName() {
		assertThat(translate(Person.class, "age")).containsExactly("age");
	}

	@Test
	void propertyOfARecordHasItsJsonName() {
		assertThat(translate(Address.class, "zipCode")).containsExactly("zip");
	}

	@Test
	void inheritedPropertyHasItsJsonName() {
		assertThat(translate(Employee.class, "firstName")).containsExactly("first_name");
	}

	@Test
	void namingStrategyIsHonored() {
		JsonMapper mapper = JsonMapper.builder().propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE).build();
		assertThat(follow(new ClientNames(mapper), true, Company.class, "headOffice", "zipCode").path())
			.containsExactly("head_office", "zip");
	}

	@Test
	void mixinIsHonored() {
		JsonMapper mapper = JsonMapper.builder().addMixIn(Person.class, PersonMixin.class).build();
		assertThat(follow(new ClientNames(mapper), true, Person.class, "firstName").path()).containsExactly("given");
	}

	@Test
	void nestedPropertyHasItsJsonName() {
		assertThat(translate(Company.class, "headOffice", "zipCode")).containsExactly("headOffice", "zip");
	}

	@Test
	void elementOfAListHasItsPosition() {
		assertThat(translate(Company.class, "staff", 10, "firstName")).containsExactly("staff", 10, "first_name");
	}

	@Test
	void elementOfAnArrayHasItsPosition() {
		assertThat(translate(Company.class, "owners", 1, "firstName")).containsExactly("owners", 1, "first_name");
	}

	@Test
	void elementOfASetHasNoPosition() {
		assertThat(translate(Company.class, "guests", "firstName")).containsExactly("guests", "first_name");
	}

	@Test
	void valueOfAMapHasItsKey() {
		assertThat(translate(Company.class, "branches", "firstName", "zipCode")).containsExactly("places", "firstName",
				"zip");
	}

	@Test
	void valueThatMayBeAbsentIsSeenThrough() {
		assertThat(translate(Company.class, "deputy", "firstName")).containsExactly("deputy", "first_name");
	}

	@Test
	void rootMayBeGeneric() {
		assertThat(translate(new TypeReference<List<Person>>() {
		}.getType(), 0, "firstName")).containsExactly(0, "first_name");
	}

	@Test
	void typeVariablesAreKnown() {
		assertThat(translate(new TypeReference<Page<Person>>() {
		}.getType(), "content", 0, "firstName")).containsExactly("content", 0, "first_name");
	}

	@Test
	void pathOfAnUnknownTypeStays() {
		assertThat(translate(null, "firstName", 1, "zipCode")).containsExactly("firstName", 1, "zipCode");
	}

	@Test
	void pathThatJacksonDoesNotKnowStays() {
		assertThat(translate(Company.class, "nowhere", "firstName")).containsExactly("nowhere", "firstName");
	}

	@Test
	void orderIsThatOfTheDeclaredFields() {
		assertThat(order(Company.class, "staff", 10, "firstName")).containsExactly(7, 2, 10, 0);
		assertThat(order(Employee.class, "salary")).containsExactly(7, 2);
	}

	@Test
	void whatIsNotKnownComesByName() {
		assertThat(order(null, "staff", 10)).containsExactly(7, "staff", 10);
	}

	@Test
	void pathsAreComparedByTheirOrderThenByTheirLength() {
		assertThat(InputOrder.compare(List.of(0, 2), List.of(0, 10))).isNegative();
		assertThat(InputOrder.compare(List.of(0, 10), List.of(0, "a"))).isNegative();
		assertThat(InputOrder.compare(List.of(0, "b"), List.of(0, "a", 1))).isPositive();
		assertThat(InputOrder.compare(List.of(0), List.of(0, 0))).isNegative();
		assertThat(InputOrder.compare(List.of(0, "a"), List.of(0, "a"))).isZero();
	}

	@Test
	void pathIsComparedWithTheLastOneOnTheWay() {
		List<List<Object>> paths = List.of(List.of(), List.of("staff"), List.of("staff", 2), List.of("staff", 2, "age"),
				List.of("staff", 10, "firstName"), List.of("branches", "a"), List.of("unknown"), List.of("name"));
		for (List<Object> last : paths) {
			List<Object> order = order(Company.class, last.toArray());
			for (List<Object> path : paths) {
				PathTranslator translator = new PathTranslator(this.names);
				translator.start(new InputOrigin(In.BODY, null, true, this.names.typeOf(Company.class), 7), order);
				path.forEach(translator::segment);
				int expected = InputOrder.compare(translator.order().places(), order);
				assertThat(translator.order().isBehindLast()).as("%s behind %s", path, last).isEqualTo(expected > 0);
				assertThat(translator.order().isBeforeLast()).as("%s before %s", path, last).isEqualTo(expected < 0);
			}
		}
	}

	@Test
	void propertyOfASubclassIsKnownByTheObjectThatHasIt() {
		PathTranslator translator = new PathTranslator(this.names);
		translator.start(new InputOrigin(In.BODY, null, true, this.names.typeOf(Person.class), 0));
		translator.property("salary", new Employee());
		assertThat(translator.path()).containsExactly("pay");
	}

	@Test
	void unwrappedPropertyGivesWayToItsOwn() {
		assertThat(translate(Letter.class, "sender", "zipCode")).containsExactly("from_zip");
		assertThat(translate(Letter.class, "sender")).isEmpty();
	}

	@Test
	void valueOfAWrapperHasNoName() {
		assertThat(translate(Letter.class, "number", "value")).containsExactly("number");
	}

	@Test
	void entriesOfTheRestStandAmongTheProperties() {
		assertThat(translate(Letter.class, "rest", "stamp")).containsExactly("stamp");
	}

	@Test
	void getterWithoutAFieldHasItsJsonName() {
		assertThat(translate(Letter.class, "URL")).containsExactly("link");
	}

	@Test
	void parameterOfACreatorHasItsJsonName() {
		assertThat(translate(Stamp.class, "price")).containsExactly("cost");
	}

	@Test
	void builderHasTheNames() {
		assertThat(translate(Built.class, "height")).containsExactly("tall");
	}

	@Test
	void formsHaveTheNamesOfTheirConstructor() {
		assertThat(follow(this.names, false, Form.class, "maxAge").path()).containsExactly("max-age");
		assertThat(follow(this.names, false, Form.class, "max-age").path()).containsExactly("max-age");
		assertThat(follow(this.names, false, Form.class, "person", "firstName").path()).containsExactly("person",
				"firstName");
		assertThat(translate(Form.class, "maxAge")).containsExactly("maxAge");
	}

	@Test
	void keyThatIsAConstantHasItsJsonName() {
		PathTranslator translator = new PathTranslator(this.names);
		translator.start(new InputOrigin(In.BODY, null, true, null, 0));
		translator.key(Kind.FIRST);
		translator.key(10);
		assertThat(translator.path()).containsExactly("the-first", "10");
		assertThat(translator.order().places()).containsExactly(0, "the-first", 10);
	}

	private List<Object> translate(@Nullable Type root, Object... path) {
		return follow(this.names, true, root, path).path();
	}

	private List<Object> order(@Nullable Type root, Object... path) {
		return follow(this.names, true, root, path).order().places();
	}

	private static PathTranslator follow(ClientNames names, boolean json, @Nullable Type root, Object... path) {
		PathTranslator translator = new PathTranslator(names);
		translator.start(new InputOrigin(In.BODY, null, json, (root != null) ? names.typeOf(root) : null, 7));
		for (Object segment : path) {
			translator.segment(segment);
		}
		return translator;
	}

	static class Person {

		@JsonProperty("first_name")
		public String firstName;

		public int age;

	}

	static class Employee extends Person {

		@JsonProperty("pay")
		public int salary;

	}

	abstract static class PersonMixin {

		@JsonProperty("given")
		String firstName;

	}

	record Address(@JsonProperty("zip") String zipCode) {

	}

	record Page<T>(List<T> content) {

	}

	record Company(String name, Address headOffice, List<Person> staff, Person[] owners, Set<Person> guests,
			@JsonProperty("places") Map<String, Address> branches, Optional<Person> deputy) {

	}

	enum Kind {

		@JsonProperty("the-first")
		FIRST

	}

	record Number(@JsonValue String value) {

	}

	public static class Letter {

		@JsonUnwrapped(prefix = "from_")
		public Address sender;

		public Number number;

		@JsonAnySetter
		public Map<String, Object> rest;

		@JsonProperty("link")
		public String getURL() {
			return "";
		}

	}

	public static class Stamp {

		private final int price;

		@JsonCreator
		Stamp(@JsonProperty("cost") int price) {
			this.price = price;
		}

		public int getPrice() {
			return this.price;
		}

	}

	@JsonDeserialize(builder = Built.Builder.class)
	public record Built(int height) {

		public static class Builder {

			@JsonProperty("tall")
			public Builder withHeight(int height) {
				return this;
			}

			public Built build() {
				return new Built(0);
			}

		}

	}

	record Form(@BindParam("max-age") int maxAge, Person person) {

	}

}
