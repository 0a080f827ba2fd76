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

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

import io.github.faultbook.ApiError;
import io.github.faultbook.CommonError;
import io.github.faultbook.ErrorCode;
import org.jspecify.annotations.Nullable;

/**
 * Describes the bodies that a template writes. An instance holds the definitions of one
 * schema.
 */
final class Schemas {

	/**
	 * The placeholders whose values are cut to the limit of texts. The message of the
	 * error itself is among them if it cannot have a note that violations were left out.
	 */
	private static final Pattern BOUNDED = Pattern.compile("(title|violation\\.message|first\\.message)(\\..+)?");

	private final Map<String, Object> definitions = new LinkedHashMap<>();

	private final SchemaScope scope;

	private final @Nullable Rendering example;

	/**
	 * How often the value that is being described can be merged with another one.
	 */
	private int repetitions = 1;

	/**
	 * Create an instance.
	 * @param scope what is known about the bodies
	 * @param example a body of the only error, or {@code null} if there may be any
	 */
	Schemas(SchemaScope scope, @Nullable Rendering example) {
		this.scope = scope;
		this.example = example;
	}

	/**
	 * Return a body of the only error that is described. Its current fact is the one that
	 * is being described.
	 * @return the body, or {@code null} if the schema is one of any error
	 */
	@Nullable Rendering example() {
		return this.example;
	}

	/**
	 * Return the schema of the values of a placeholder.
	 * @param placeholder the placeholder
	 * @return the schema
	 */
	Map<String, Object> of(Placeholder placeholder) {
		String name = placeholder.name();
		if (this.example != null && name.startsWith("fact")) {
			FactTypes facts = new FactTypes(this.example.error, this.scope.text());
			return facts.schema(placeholder, this.example);
		}
		boolean whole = name.equals("message") && this.example != null && !mayOmitViolations(this.example.error);
		if (this.scope.text() < Integer.MAX_VALUE && (whole || BOUNDED.matcher(name).matches())) {
			return JsonSchema.text(this.scope.text());
		}
		return placeholder.schema();
	}

	private static boolean mayOmitViolations(ApiError error) {
		ErrorCode code = error.errorCode().declared();
		return code == CommonError.VALIDATION_ERROR || code == CommonError.INVALID_REQUEST;
	}

	/**
	 * Describe members that are repeated.
	 * @param items the items to repeat over
	 * @param distinct whether no two facts contribute to the same member
	 * @param members describes the members once, given whether they are always present
	 */
	void repeat(RepeatedItems items, boolean distinct, Consumer<Boolean> members) {
		int times = items.listsViolations() ? this.scope.violations()
				: (items == RepeatedItems.FACT && distinct) ? this.repetitions : Integer.MAX_VALUE;
		repeat(times, () -> {
			if (items == RepeatedItems.FACT && this.example != null) {
				describeFacts(this.example, members);
			}
			members.accept(false);
		});
	}

	private void describeFacts(Rendering rendering, Consumer<Boolean> members) {
		CurrentItems outer = rendering.currentItems();
		new FactTypes(rendering.error, this.scope.text()).declared().forEach((fact, always) -> {
			rendering.fact = fact;
			members.accept(always);
		});
		rendering.moveTo(outer);
	}

	private void repeat(int times, Runnable description) {
		int outer = this.repetitions;
		this.repetitions = times;
		description.run();
		this.repetitions = outer;
	}

	/**
	 * Limit the number of elements of an array, also if arrays of the same name are
	 * merged.
	 * @param array the schema of the array
	 * @param elements the parts of the array
	 */
	void limit(Map<String, Object> array, List<Node> elements) {
		long most = 0;
		for (Node element : elements) {
			if (element instanceof RepeatNode repeat) {
				boolean known = repeat.items().listsViolations() && isSingle(repeat.body());
				most += known ? this.scope.violations() : Integer.MAX_VALUE;
				most += (repeat.otherwise() == null || isSingle(repeat.otherwise())) ? 0 : Integer.MAX_VALUE;
			}
			else {
				most += isSingle(element) ? this.repetitions : Integer.MAX_VALUE;
			}
		}
		if (most < Integer.MAX_VALUE && this.scope.violations() < Integer.MAX_VALUE) {
			array.put("maxItems", (int) most);
		}
	}

	/**
	 * Return whether a part of an array is one element at most. An operator may stand for
	 * several.
	 * @param element the part
	 * @return {@code false} if that is not certain
	 */
	private static boolean isSingle(Node element) {
		return element instanceof Value || element instanceof Literal || element instanceof TextNode
				|| element instanceof JoinNode || element instanceof ObjectNode || element instanceof ListNode;
	}

	/**
	 * Describe values that are merged any number of times.
	 * @param description describes the values
	 */
	void merged(Runnable description) {
		repeat(Integer.MAX_VALUE, description);
	}

	/**
	 * Define a schema that may refer to itself.
	 * @param schema the function that creates the schema, given a {@code $ref} to it
	 * @return the {@code $ref}
	 */
	Map<String, Object> define(UnaryOperator<Map<String, Object>> schema) {
		String name = "nested" + (this.definitions.size() + 1);
		Map<String, Object> reference = Map.of("$ref", "#/$defs/" + name);
		this.definitions.put(name, JsonSchema.ANYTHING);
		merged(() -> this.definitions.put(name, schema.apply(reference)));
		return reference;
	}

	Map<String, Object> definitions() {
		return this.definitions;
	}

}
