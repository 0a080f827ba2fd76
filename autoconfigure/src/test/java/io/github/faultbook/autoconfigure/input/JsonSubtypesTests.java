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

package io.github.faultbook.autoconfigure.input;

import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.exc.InvalidTypeIdException;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * Tests for {@link JsonSubtypes}.
 */
class JsonSubtypesTests {

	private final JsonMapper mapper = JsonMapper.shared();

	@Test
	void allSubtypesOfATypeAreNamed() {
		assertThat(read("{\"type\":\"x\"}", Animal.class))
			.isEqualTo(new JsonSubtypes("type", List.of("dog", "elephant")));
	}

	@Test
	void subtypeThatIsExpectedNamesNoOtherSubtype() {
		assertThat(read("{\"type\":\"elephant\"}", Dog.class).names()).containsExactly("dog");
	}

	@Test
	void abstractSubtypeIsNotNamed() {
		assertThat(read("{\"type\":\"x\"}", Plant.class).names()).containsExactly("oak");
	}

	@Test
	void propertyDecidesOnItsSubtypes() {
		JsonSubtypes expected = new JsonSubtypes("is", List.of("saw"));
		assertThat(read("{\"one\":{\"is\":\"x\"}}", Box.class)).isEqualTo(expected);
		assertThat(read("{\"many\":[{\"is\":\"saw\"},{\"is\":\"x\"}]}", Box.class)).isEqualTo(expected);
		assertThat(read("{\"byName\":{\"a\":{\"is\":\"x\"}}}", Box.class)).isEqualTo(expected);
	}

	@Test
	void namesAreNotListedIfOneOfThemIsThatOfAClass() {
		assertThat(read("{\"is\":\"x\"}", Vehicle.class)).isEqualTo(new JsonSubtypes("is", List.of()));
	}

	@Test
	void propertyBesideTheObjectIsNotFound() {
		assertThat(read("{\"kind\":\"x\",\"outside\":{}}", Box.class)).isSameAs(JsonSubtypes.UNKNOWN);
	}

	private JsonSubtypes read(String json, Class<?> type) {
		return JsonSubtypes.of(
				catchThrowableOfType(InvalidTypeIdException.class, () -> this.mapper.readValue(json, type)),
				this.mapper);
	}

	@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
	@JsonSubTypes({ @JsonSubTypes.Type(value = Dog.class, name = "dog"),
			@JsonSubTypes.Type(value = Elephant.class, name = "elephant") })
	abstract static class Animal {

	}

	static class Dog extends Animal {

	}

	static class Elephant extends Animal {

	}

	@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
	@JsonSubTypes({ @JsonSubTypes.Type(value = Tree.class, name = "tree"),
			@JsonSubTypes.Type(value = Oak.class, name = "oak") })
	interface Plant {

	}

	abstract static class Tree implements Plant {

	}

	static class Oak extends Tree {

	}

	@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "is")
	@JsonSubTypes({ @JsonSubTypes.Type(value = Car.class, name = "car"), @JsonSubTypes.Type(Bike.class) })
	interface Vehicle {

	}

	static class Car implements Vehicle {

	}

	static class Bike implements Vehicle {

	}

	interface Tool {

	}

	static class Saw implements Tool {

	}

	static class Box {

		@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "is")
		@JsonSubTypes(@JsonSubTypes.Type(value = Saw.class, name = "saw"))
		public Tool one;

		@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "is")
		@JsonSubTypes(@JsonSubTypes.Type(value = Saw.class, name = "saw"))
		public List<Tool> many;

		@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "is")
		@JsonSubTypes(@JsonSubTypes.Type(value = Saw.class, name = "saw"))
		public Map<String, Tool> byName;

		@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, include = JsonTypeInfo.As.EXTERNAL_PROPERTY, property = "kind")
		@JsonSubTypes(@JsonSubTypes.Type(value = Saw.class, name = "saw"))
		public Tool outside;

	}

}
