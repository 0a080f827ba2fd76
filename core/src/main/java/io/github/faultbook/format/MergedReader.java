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
import java.util.Map;

import io.github.faultbook.format.ObjectVariant.Slot;
import org.jspecify.annotations.Nullable;

/**
 * Takes values apart to which several violations have contributed.
 */
final class MergedReader {

	private final BodyReader body;

	MergedReader(BodyReader body) {
		this.body = body;
	}

	/**
	 * Take apart a value to which several violations have contributed: of arrays it has
	 * the elements of all, of objects the members of all, and of other values the first.
	 * @param node the part of the template that writes the value of one violation
	 * @param json the value
	 * @return the readings of those violations that can be told apart, or {@code null} if
	 * the part never writes such a value
	 */
	@Nullable List<Reading> split(Node node, @Nullable Object json) {
		if (node instanceof ConditionalNode conditional) {
			return split(conditional.then(), json);
		}
		if (node instanceof ListNode list) {
			return (json instanceof List<?> elements) ? chunks(list, elements) : null;
		}
		if (node instanceof ObjectNode object) {
			return (json instanceof Map<?, ?> map) ? splitObject(object.members(), map) : null;
		}
		if (ObjectReader.isContainer(json) && !(node instanceof TextNode || node instanceof JoinNode)) {
			return (this.body.read(node, json) != null) ? List.of(new Reading()) : null;
		}
		Reading reading = this.body.read(node, json);
		return (reading != null) ? List.of(reading) : null;
	}

	private @Nullable List<Reading> chunks(ListNode list, List<?> json) {
		int size = list.elements().size();
		if (size == 0 || !list.elements().stream().allMatch(ListReader::isOneElement)) {
			return List.of(new Reading());
		}
		List<Reading> chunks = new ArrayList<>();
		for (int start = 0; start < json.size(); start += size) {
			Reading chunk = (start + size <= json.size()) ? this.body.read(list, json.subList(start, start + size))
					: null;
			if (chunk == null) {
				return null;
			}
			chunks.add(chunk);
		}
		return chunks;
	}

	/**
	 * Take apart an object to which several violations have contributed.
	 * @param members the members of the template
	 * @param json the object
	 * @return the readings of the violations
	 */
	List<Reading> splitObject(List<MemberNode> members, Map<?, ?> json) {
		List<ObjectVariant> variants = ObjectVariant.variants(members);
		ObjectVariant variant = variants.get(0);
		List<Reading> violations = new ArrayList<>();
		if (variants.size() == 1 && variant.nests().isEmpty() && variant.others().isEmpty()) {
			BodyReader.copy(json).forEach((name, value) -> {
				for (Slot slot : variant.declared().getOrDefault(name, List.of())) {
					addShares(slot, value, violations);
				}
			});
		}
		else if (variants.size() == 1 && variant.declared().isEmpty() && variant.others().size() == 1) {
			Slot slot = variant.others().get(0);
			BodyReader.copy(json).forEach((name, value) -> {
				Reading named = (slot.items() == null && slot.name() != null) ? this.body.readText(slot.name(), name)
						: null;
				List<Reading> parts = (named != null) ? split(slot.value(), value) : null;
				if (named != null && parts != null) {
					parts.forEach((part) -> violations.add(new Reading().add(named).add(part)));
				}
			});
		}
		return violations.isEmpty() ? List.of(new Reading()) : violations;
	}

	// The first violation wrote the value, unless it is an array to which each added
	// elements
	private void addShares(Slot slot, @Nullable Object json, List<Reading> violations) {
		if (!slot.required() || slot.items() != null
				|| (ObjectReader.isContainer(json) && !(slot.value() instanceof ListNode))) {
			return;
		}
		List<Reading> shares = split(slot.value(), json);
		for (int i = 0; shares != null && i < shares.size(); i++) {
			if (i == violations.size()) {
				violations.add(new Reading());
			}
			violations.get(i).add(shares.get(i));
		}
	}

}
