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

import com.fasterxml.jackson.annotation.JsonProperty;
import org.junit.jupiter.api.Test;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link JsonNames}.
 */
class JsonNamesTests {

	private final JsonNames names = new JsonNames(JsonMapper.shared());

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
		assertThat(new JsonNames(mapper).translate(Company.class, List.of("headOffice", "zipCode")).path())
			.containsExactly("head_office", "zip");
	}

	@Test
	void mixinIsHonored() {
		JsonMapper mapper = JsonMapper.builder().addMixIn(Person.class, PersonMixin.class).build();
		assertThat(new JsonNames(mapper).translate(Person.class, List.of("firstName")).path()).containsExactly("given");
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
		assertThat(this.names.translate(null, List.of("firstName", 1, "zipCode")).path()).containsExactly("firstName",
				1, "zipCode");
	}

	@Test
	void pathThatJacksonDoesNotKnowStays() {
		assertThat(translate(Company.class, "nowhere", "firstName")).containsExactly("nowhere", "firstName");
	}

	@Test
	void orderIsThatOfTheDeclaredFields() {
		assertThat(this.names.translate(Company.class, List.of("staff", 10, "firstName")).order()).containsExactly(2,
				10, 0);
		assertThat(this.names.translate(Employee.class, List.of("salary")).order()).containsExactly(2);
	}

	@Test
	void orderOfAnUnknownTypeIsThatOfPositions() {
		assertThat(this.names.translate(null, List.of("staff", 10)).order()).containsExactly(Integer.MAX_VALUE, 10);
	}

	private List<Object> translate(Type root, Object... path) {
		return this.names.translate(root, List.of(path)).path();
	}

	static class Person {

		@JsonProperty("first_name")
		public String firstName;

		public int age;

	}

	static class Employee extends Person {

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

}
