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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Reads violations that are nested along the segments of their paths.
 */
final class NestReader {

	private static final String PATH = "violation.path";

	private final BodyReader body;

	NestReader(BodyReader body) {
		this.body = body;
	}

	/**
	 * Read a member of the object that the violations are nested in.
	 * @param nest the part of the template
	 * @param name the name of the member
	 * @param json the value of the member
	 * @return the reading, or {@code null} if the part does not write the member
	 */
	@Nullable Reading member(NestedMembers nest, String name, @Nullable Object json) {
		if (nest.names().contains(name)) {
			return object(nest, singleton(name, json), List.of());
		}
		if (nest.container() != null) {
			return (name.equals(nest.container()) && json instanceof Map<?, ?> map) ? children(nest, map, List.of())
					: null;
		}
		return nest.reserved().contains(name) ? null : child(nest, json, List.of(SpelledPath.segment(name)));
	}

	private static Map<String, Object> singleton(String name, @Nullable Object json) {
		Map<String, Object> map = new LinkedHashMap<>();
		map.put(name, json);
		return map;
	}

	private Reading children(NestedMembers nest, Map<?, ?> json, List<Object> path) {
		Reading reading = new Reading();
		json.forEach((name, value) -> reading
			.append(BodyReader.orMismatch(child(nest, value, below(path, SpelledPath.segment(name.toString()))))));
		return reading;
	}

	private @Nullable Reading child(NestedMembers nest, @Nullable Object json, List<Object> path) {
		if (json instanceof Map<?, ?> map) {
			return object(nest, BodyReader.copy(map), path);
		}
		List<Reading> possible = new ArrayList<>();
		if (nest.positions() && json instanceof List<?> list && list.stream().anyMatch(Map.class::isInstance)) {
			possible.add(elements(nest, list, path));
		}
		List<Reading> violations = (nest.leaf() != null) ? this.body.merged().split(nest.leaf(), json) : null;
		if (violations != null) {
			possible.add(ObjectReader.violations(RepeatedItems.VIOLATION, violations, Map.of(PATH, path)));
		}
		return Reading.agreed(possible);
	}

	private Reading elements(NestedMembers nest, List<?> json, List<Object> path) {
		Reading reading = new Reading();
		for (int i = 0; i < json.size(); i++) {
			if (!(json.get(i) instanceof Map<?, ?> element && element.isEmpty())) {
				reading.append(BodyReader.orMismatch(child(nest, json.get(i), below(path, i))));
			}
		}
		return reading;
	}

	private Reading object(NestedMembers nest, Map<String, Object> json, List<Object> path) {
		Map<String, Object> own = new LinkedHashMap<>(json);
		own.keySet().retainAll(nest.names());
		Map<String, Object> nested = new LinkedHashMap<>(json);
		nested.keySet().removeAll(nest.names());
		Reading reading = new Reading();
		if (!own.isEmpty()) {
			reading.append(ObjectReader.violations(RepeatedItems.VIOLATION,
					this.body.merged().splitObject(nest.own(), own), Map.of(PATH, path)));
		}
		if (nest.container() == null) {
			reading.append(children(nest, nested, path));
		}
		else if (nested.get(nest.container()) instanceof Map<?, ?> children) {
			reading.append(children(nest, children, path));
		}
		return reading;
	}

	/**
	 * Read an element that stands for a segment.
	 * @param nest the part of the template
	 * @param json the element
	 * @param path the segments around the element
	 * @return the reading, or {@code null} if the part never writes such an element
	 */
	@Nullable Reading element(NestedElements nest, @Nullable Object json, List<Object> path) {
		if (!(json instanceof Map<?, ?> map)) {
			return null;
		}
		Map<String, Object> own = BodyReader.copy(map);
		Object children = own.remove(nest.container());
		boolean declared = nest.body()
			.members()
			.stream()
			.anyMatch((member) -> member instanceof DeclaredMember constant
					&& constant.name().getValue().equals(nest.container()));
		if (declared && children != null) {
			own.put(nest.container(), List.of());
		}
		Reading reading = this.body.objects().read(nest.body().members(), own);
		if (reading == null) {
			return null;
		}
		Object segment = reading.values.remove("segment");
		reading.endGroup(PATH);
		if (segment != null) {
			reading.violations.forEach((violation) -> violation.put(PATH, below(path, segment)));
		}
		if (children instanceof List<?> elements) {
			for (Object element : elements) {
				Reading child = (segment != null) ? element(nest, element, below(path, segment)) : new Reading();
				reading.append(BodyReader.orMismatch(child));
			}
		}
		return reading;
	}

	private static List<Object> below(List<Object> path, Object segment) {
		List<Object> longer = new ArrayList<>(path);
		longer.add(segment);
		return longer;
	}

}
