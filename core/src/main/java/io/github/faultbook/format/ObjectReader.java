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
import java.util.Objects;

import io.github.faultbook.format.ObjectVariant.Slot;
import org.jspecify.annotations.Nullable;

/**
 * Reads the members of objects.
 */
final class ObjectReader {

	private final BodyReader body;

	ObjectReader(BodyReader body) {
		this.body = body;
	}

	/**
	 * Read an object.
	 * @param members the members of the template
	 * @param json the object
	 * @return the reading
	 */
	@Nullable Reading read(List<MemberNode> members, Map<?, ?> json) {
		return Reading.agreed(ObjectVariant.variants(members).stream().map((variant) -> read(variant, json)).toList());
	}

	private Reading read(ObjectVariant variant, Map<?, ?> json) {
		Reading reading = new Reading();
		List<Reading> others = new ArrayList<>();
		Map<String, Object> object = BodyReader.copy(json);
		object.forEach((name, value) -> {
			List<Slot> slots = variant.declared().get(name);
			if (slots != null) {
				reading.add(readDeclared(slots, value));
			}
			else {
				others.add(readOther(variant, name, value));
			}
		});
		variant.declared().forEach((name, slots) -> {
			if (!object.containsKey(name) && slots.stream().anyMatch(Slot::required)) {
				reading.mismatches++;
			}
		});
		Reading other = together(others);
		if (variant.listings() > 1) {
			// The same violations are listed twice
			other.violations.clear();
		}
		return reading.add(other);
	}

	// If it is open whether some members are violations, they must not be separated from
	// the members that certainly are
	private static Reading together(List<Reading> members) {
		boolean open = members.stream().anyMatch((member) -> !member.details.isEmpty());
		Reading reading = new Reading();
		for (Reading member : members) {
			if (open && !member.violations.isEmpty()) {
				reading.details.add(new Reading.Detail(member, member));
			}
			else {
				reading.append(member);
			}
		}
		return reading;
	}

	private Reading readDeclared(List<Slot> slots, @Nullable Object json) {
		if (slots.size() > 1 && isContainer(json)) {
			// The value can be merged from several parts of the template
			return new Reading();
		}
		return BodyReader.orMismatch(Reading
			.agreed(slots.stream().map((slot) -> read(slot, new Reading(), json)).filter(Objects::nonNull).toList()));
	}

	private Reading readOther(ObjectVariant variant, String name, @Nullable Object json) {
		List<Reading> possible = new ArrayList<>();
		Reading fact = null;
		for (Slot slot : variant.others()) {
			Reading named = (slot.name() == null || slot.reserved().contains(name)) ? null
					: this.body.readText(slot.name(), name);
			Reading reading = (named != null) ? read(slot, named, json) : null;
			if (reading != null) {
				possible.add(reading);
				fact = (slot.items() == RepeatedItems.FACT) ? reading : fact;
			}
		}
		variant.nests()
			.stream()
			.map((nest) -> this.body.nests().member(nest, name, json))
			.filter(Objects::nonNull)
			.forEach(possible::add);
		if (possible.stream().anyMatch((reading) -> reading.mismatches == 0)) {
			possible.removeIf((reading) -> reading.mismatches > 0);
		}
		if (possible.size() == 2 && fact != null && !fact.facts.isEmpty()) {
			Reading other = possible.get((possible.get(0) == fact) ? 1 : 0);
			if (!other.violations.isEmpty()) {
				Reading reading = new Reading();
				reading.details.add(new Reading.Detail(fact, other));
				return reading;
			}
		}
		if (possible.size() > 1 && isContainer(json)) {
			return new Reading();
		}
		return BodyReader.orMismatch(Reading.agreed(possible));
	}

	private @Nullable Reading read(Slot slot, Reading named, @Nullable Object json) {
		RepeatedItems items = slot.items();
		if (items == null) {
			Reading reading = this.body.read(slot.value(), json);
			return (reading != null) ? named.add(reading) : null;
		}
		if (slot.opaque() || items == RepeatedItems.SEGMENT) {
			return new Reading();
		}
		if (items == RepeatedItems.FACT) {
			Reading reading = named.values.containsKey("fact.name") ? this.body.read(slot.value(), json)
					: new Reading();
			return (reading != null) ? named.add(reading).endFact() : null;
		}
		if (items.key() != null && items.key().equals(slot.name())) {
			Reading reading = this.body.read(slot.value(), json);
			return (reading != null) ? ListReader.end(items, named.add(reading)) : null;
		}
		List<Reading> violations = this.body.merged().split(slot.value(), json);
		return (violations != null) ? violations(items, violations, named.values) : null;
	}

	/**
	 * Return violations that have some values in common.
	 * @param items the kind of the items
	 * @param violations the readings of the violations, or of groups of them
	 * @param shared the values by the name of their placeholder
	 * @return the readings as one
	 */
	static Reading violations(RepeatedItems items, List<Reading> violations, Map<String, Object> shared) {
		Reading reading = new Reading();
		for (Reading violation : violations) {
			shared.forEach(violation.values::putIfAbsent);
			reading.append(ListReader.end(items, violation));
		}
		return reading;
	}

	/**
	 * Return whether a value has parts.
	 * @param json the value
	 * @return whether it is an object or an array
	 */
	static boolean isContainer(@Nullable Object json) {
		return json instanceof Map || json instanceof List;
	}

}
